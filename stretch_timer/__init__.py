"""Stretch Timer: guided stretching for people who sit at a desk."""

__version__ = "0.1.0"

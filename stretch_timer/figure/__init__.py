"""The illustration: from a pose to a picture."""

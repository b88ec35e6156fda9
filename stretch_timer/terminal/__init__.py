"""The second shell: the same session without Qt."""

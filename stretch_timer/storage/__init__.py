"""The disk: routine files, the history, folders."""

"""The computer around the program."""

"""Rules. No Qt, no files, no clock, no randomness."""

"""The version of the program, in one place; pyproject.toml repeats it and a test compares both."""

VERSION = "0.1.0"

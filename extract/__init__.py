"""The program: what the user asked for and gets."""

__version__ = "0.1.0"

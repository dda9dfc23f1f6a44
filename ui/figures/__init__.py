"""Tal: the figures, their plots, and what leaves the program."""

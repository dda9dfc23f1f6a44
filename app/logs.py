"""Logging set-up: ids and codes only, CPR-like digits masked as a last line of defence."""

"""Kalender: week, month and list, and the time log."""

"""Shared widgets, each ignorant of participants."""

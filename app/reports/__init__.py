"""Figures from frozen rows; pure."""

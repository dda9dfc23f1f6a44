"""Errors and findings in Danish words."""

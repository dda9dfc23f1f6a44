"""Indstillinger: what the consultant decides on this computer, and what the municipality has decided."""

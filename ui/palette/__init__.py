"""Find anything, do anything."""

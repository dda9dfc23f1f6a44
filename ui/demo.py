"""A whole jobcenter on this computer, with invented people."""

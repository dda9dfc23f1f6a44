"""Candidates, and the page of one."""

"""The visit view: one employer, four fields, and nothing about any candidate."""

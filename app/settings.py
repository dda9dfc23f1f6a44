"""Typed settings: defaults, then the municipality's policy, then the user's choice."""

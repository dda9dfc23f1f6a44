"""Fidelitet: the items of the scale, how each number was found, and the review."""

"""The jobcenter's server: one gap-free feed of signed operations, and who may read which of them."""

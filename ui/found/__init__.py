"""How a figure was found, and the rows behind it, as every page shows them."""

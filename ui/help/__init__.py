"""Help without a network: the handbook, the keys, what is not kept, and what the program is made of."""

"""Danish spelling without a network: a dictionary that travels with the program, read in a process of its own."""

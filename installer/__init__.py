"""What makes packages of the program. Nothing here travels with it."""

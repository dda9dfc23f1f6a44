"""Write a note, with the guard beside."""

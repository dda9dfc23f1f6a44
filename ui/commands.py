"""Every act of the program, once: id, text, shortcut, icon."""

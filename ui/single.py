"""One program per user: a second start raises the first window."""

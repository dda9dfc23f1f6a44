"""One sync round: push the outbox, pull the news, apply."""

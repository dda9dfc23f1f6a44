"""The clinic meeting: one treatment team's own candidates, three fields for each, the strictest guard."""

"""»Hvad betyder timer om ugen?«: a reckoner for the talk about benefits, which says what it does not know."""

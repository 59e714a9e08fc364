"""Other people's incident files → incident tables and a report of every row."""

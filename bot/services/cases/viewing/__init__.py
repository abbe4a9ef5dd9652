"""Looking at cases: lists, cards, the whole file, and the data that is shown on request only."""

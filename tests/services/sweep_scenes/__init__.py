"""Each kind of row that is worked off one by one, with a row that fails beside one that does not."""

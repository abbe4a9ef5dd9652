"""Steps and helpers that tests share."""

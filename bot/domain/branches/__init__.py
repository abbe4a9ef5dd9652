"""Places people go to: what they are, when they open, how they are found."""

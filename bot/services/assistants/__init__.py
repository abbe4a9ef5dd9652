"""Assistants: they file for people without a smartphone, who can take their cases over (product A11)."""

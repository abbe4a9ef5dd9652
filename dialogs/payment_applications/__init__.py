"""Applying for a payment whose programme is open, and putting answers right when staff ask for it (product P2, P3)."""

"""Payments: what a registry says of one, and how it gets there."""

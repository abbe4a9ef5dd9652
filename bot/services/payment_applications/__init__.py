"""Applying for a payment, and what the staff do with the application."""

"""Payments: statuses, and programmes as data."""

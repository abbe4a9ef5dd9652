"""Imports of payment registries: how far they have come, what is staged, what is applied."""

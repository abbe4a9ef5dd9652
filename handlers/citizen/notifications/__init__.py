"""Buttons under what people are sent."""

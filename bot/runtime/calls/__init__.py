"""Calls to Telegram: what may be repeated, how fast, and how answers are read."""

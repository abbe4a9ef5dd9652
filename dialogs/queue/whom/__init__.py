"""For whom."""

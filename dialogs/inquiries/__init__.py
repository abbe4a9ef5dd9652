"""Writing to the staff, and what came of it (product G3, X6)."""

"""What people write to the staff, and what the staff do with it (product G3, X6)."""

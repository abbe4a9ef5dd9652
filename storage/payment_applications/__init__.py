"""Applications for payments and their exports."""

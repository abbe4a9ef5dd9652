"""Payment registries in the staff chat of payments: a file handed in, its columns, the difference, yes or no."""

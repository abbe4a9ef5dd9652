"""What is kept about a person: to see, to forget, to take away as a file, to take consent back (product X5)."""

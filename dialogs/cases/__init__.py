"""My applications: where each one is, what happens next and by when, and what the person can do."""

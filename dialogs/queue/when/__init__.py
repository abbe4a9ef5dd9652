"""On which day and at which time, or in the waiting list."""

"""Small faults put into the code one at a time, to see whether a test notifications (docs/decisions, mutants)."""

"""Taking a place in the ЦОН queue: what for, where, when, for whom, check, ticket (product Q1–Q4)."""

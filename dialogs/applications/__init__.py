"""An application, for АӘК or another service: from the first question to «submitted» (product A2–A4)."""

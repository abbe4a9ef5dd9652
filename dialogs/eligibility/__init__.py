"""«Is АӘК likely for my family?»: an estimate that informs, never blocks, and fills the application (product A1)."""

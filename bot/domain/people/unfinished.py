"""What was begun and left unfinished (product X8)."""

KEEP_DAYS = 3
"""For how many days it can be gone on with from where it was left."""
MARK = "unfinished"
"""Under which name it lies beside a person's dialog state; it is stored and never changes."""

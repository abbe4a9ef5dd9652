"""Places people go to, and what changes their opening."""

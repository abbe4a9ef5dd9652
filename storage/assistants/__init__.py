"""Assistants, the people they file for, and the codes by which a case is taken over."""

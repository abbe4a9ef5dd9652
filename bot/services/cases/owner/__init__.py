"""Whose a case is: taken, passed on, given back after days untouched."""

"""What is done with a case, by the person and by the staff."""

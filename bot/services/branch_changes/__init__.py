"""What changes at places – hours and capacity by the staff, the directory by a file – and who loses a time by it."""

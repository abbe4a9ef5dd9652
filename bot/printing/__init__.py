"""What is printed: application forms, plans and contracts as PDF, tickets as pictures."""

"""Messages and files between the specialist and the person, ready answers among them."""

"""Messages and buttons of people."""

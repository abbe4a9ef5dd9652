"""What one comes for."""

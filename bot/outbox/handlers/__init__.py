"""What makes each kind of message at the moment it goes out."""

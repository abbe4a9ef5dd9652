"""What goes out about bookings and about kept times."""

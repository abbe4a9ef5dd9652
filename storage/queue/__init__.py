"""Bookings, seats and the waiting list of the ЦОН queue."""

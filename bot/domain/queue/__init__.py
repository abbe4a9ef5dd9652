"""The ЦОН queue: bookings, slots, load, reminders."""

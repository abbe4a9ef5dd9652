"""My bookings: the tickets, moving and cancelling them (product Q3)."""

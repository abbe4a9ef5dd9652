"""The ЦОН queue: where and when one can come, and what is done with a booking."""

"""The 42 500 ₸ payment: its end, the status of an earlier application, and questions about 2020 (product P)."""

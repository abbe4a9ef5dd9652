"""Applications for АӘК and the other paper services: the family they tell of, and when АӘК is renewed.

Applications for a payment are another subject: ``payment_applications``."""

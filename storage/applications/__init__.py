"""Applications for АӘК and the other paper services, and the pages attached to them."""

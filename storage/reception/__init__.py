"""Those who came to a ЦОН, and who receives them."""

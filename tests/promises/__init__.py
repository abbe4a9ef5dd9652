"""What the product promises, and the tests whose run measures it."""

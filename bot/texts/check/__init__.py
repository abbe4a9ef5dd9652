"""The checker of texts: both languages against each other, and both against the code that speaks them."""

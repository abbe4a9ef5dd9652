"""Messages edited in place: what they say already, one redraw for many causes, and refusals that mean nothing."""

"""A place's opening, changed from its chat."""

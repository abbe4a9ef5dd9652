"""Places as they are: read, found, put into words."""

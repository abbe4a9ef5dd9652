"""Places and their opening: read, found, imported, changed."""

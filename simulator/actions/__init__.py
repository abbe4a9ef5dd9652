"""What people do in the world: the verbs of POST /api/do."""

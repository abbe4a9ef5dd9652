"""What every gateway stands on: the database, its schema, encryption, files, and the way of updates and messages."""

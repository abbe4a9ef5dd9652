"""The decision: documents in order, assigned, granted or refused, and help extended without an application."""

"""The card of whatever a staff group works on: its buttons, and what a press on one goes through."""

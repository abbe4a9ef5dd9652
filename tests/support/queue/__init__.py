"""The queue, for journeys and for tests of business actions."""

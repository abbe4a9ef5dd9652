"""A ЦОН at work, for journeys and for tests of business actions."""

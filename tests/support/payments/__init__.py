"""Payments, for journeys and for tests of business actions."""

"""Consent, the term of keeping, and everything that is held about a person."""

"""Consents, who looked at what, and what is erased or handed out."""

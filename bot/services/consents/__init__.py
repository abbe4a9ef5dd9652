"""Consent to personal data, purpose by purpose: asked, answered, named."""

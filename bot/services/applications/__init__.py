"""Drafts, their attachments, submitting and renewing."""

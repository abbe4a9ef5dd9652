"""Drafts of applications, and the pages attached to them."""

"""Filled forms and the steps that fill them."""

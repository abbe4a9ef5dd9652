"""Guides and quizzes as data."""

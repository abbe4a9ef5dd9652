"""Guides and quizzes: read, reviewed, ticked."""

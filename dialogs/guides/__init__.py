"""Short guides: topics, an answer on one screen, steps to tick off; and quizzes (product G)."""

"""Submitted applications as cases: owners, history, questions, obligations, messages."""

"""Inquiries in their staff chat: cards, presses, answers by reply (product G3, X6)."""

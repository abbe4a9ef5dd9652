"""Applications for payments in their staff chat: cards, what is done with them, exports (product P2)."""

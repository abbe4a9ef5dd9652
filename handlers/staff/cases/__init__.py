"""Cases in their staff chat: cards, buttons, replies."""

"""The way of an update: asked for or sent by Telegram, recorded, read, handled in its turn, given up at last."""

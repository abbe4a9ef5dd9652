"""What administrators are told of the bot itself: undelivered, unknown, unhandled, failing, not alive."""

"""What the bot runs on: updates in, calls out, signs of life, background work, the clock."""

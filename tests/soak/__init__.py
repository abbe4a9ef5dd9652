"""Long runs: many people at once through the local Telegram, one of them a flooder, the bot a process of its own."""

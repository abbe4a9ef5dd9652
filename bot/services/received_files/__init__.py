"""What people send as files: looked at apart from the bot, then kept encrypted."""

"""Citizens who talk to the bot, and persons by ИИН."""

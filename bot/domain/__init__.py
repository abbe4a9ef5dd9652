"""The rules of the product as pure values and functions: no I/O, no clock of their own, no Telegram."""

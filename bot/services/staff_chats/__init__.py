"""Binding staff chats, and what they are told each morning."""

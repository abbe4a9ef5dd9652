"""The world behind the server: people, chats, messages, files, updates."""

"""Staff chats: binding, membership, anonymous administrators."""

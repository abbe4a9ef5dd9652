"""The Bot API methods, a module a theme."""

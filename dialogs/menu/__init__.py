"""The main menu and the screens one step from it."""

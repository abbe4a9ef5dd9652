"""At which place."""

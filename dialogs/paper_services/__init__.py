"""The other services of the electronic appeal: which one to apply for (product A4)."""

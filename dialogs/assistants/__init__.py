"""Filing for people without a smartphone, and taking a case over from whoever filed it (product A11)."""

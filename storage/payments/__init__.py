"""The registry of payments, who asks about it and who follows it."""

"""The way of updates and calls: polling, webhook, limits, clock, background work."""

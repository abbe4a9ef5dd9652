"""Days and times: working days, days off, quarters, dates as people type them."""

"""Questions to the person, and what the person says."""

"""Forms loaded from data, and how far a draft has come with one."""

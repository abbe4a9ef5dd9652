"""Making a code that binds a staff chat: role, region, language (product S1). For administrators only."""

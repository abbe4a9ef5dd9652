"""Taking over a payment registry: read, checked and encrypted apart, shown, applied by one switch (product P4)."""

"""Commands about cases in their staff chat."""

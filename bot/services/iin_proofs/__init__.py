"""Proof that an ИИН is one's own: what others did with the number gives way to it."""

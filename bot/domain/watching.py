"""Names of what is watched, as ``/readyz`` tells them; ``watch-…`` says each in words."""

CONTACT, RECORDING, UPDATES = "telegram", "recording", "updates"
SENDING, WRITING, DISK = "sender", "write", "disk"
HANGS = "hangs"
"""Why writing fails when no answer comes at all: then only a restart helps."""

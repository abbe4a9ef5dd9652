"""Citizens: Telegram users who talk to the bot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citizen:
    """What every update needs to know of its sender. ``language`` is None until it was chosen."""

    user_id: int
    data_key_id: int
    language: str | None
    blocked: bool
    consented: bool

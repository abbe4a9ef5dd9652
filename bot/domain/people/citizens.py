"""Citizens: Telegram users who talk to the bot."""

from dataclasses import dataclass

from bot.domain.people.consents import Purpose


@dataclass(frozen=True, slots=True)
class Citizen:
    """What every update needs to know of its sender.

    ``language`` is None until it was chosen; ``consents`` are the purposes whose consent is in force.
    """

    user_id: int
    data_key_id: int
    language: str | None
    blocked: bool
    consents: frozenset[Purpose] = frozenset()

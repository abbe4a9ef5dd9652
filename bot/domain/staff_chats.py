"""Staff chats: the roles of groups, the codes that bind them, where a case stands in one (product S1)."""

from dataclasses import dataclass

ROLES = ("aid", "state_corp", "duty", "queue", "payments")


CASEWORK = frozenset({"aid", "state_corp", "duty"})
"""Roles of the chats that work on cases."""


@dataclass(frozen=True, slots=True)
class StaffChat:
    """A group bound to a role; ``region`` is a КАТО code, None for the whole country.

    ``branch_id`` is the ЦОН whose reception a chat of the role ``queue`` serves.
    """

    chat_id: int
    role: str
    region: str | None
    language: str
    title: str
    is_forum: bool
    bound_by: int
    branch_id: int | None = None


@dataclass(frozen=True, slots=True)
class BindCode:
    """A one-time code; ``used_at`` and ``expires_at`` decide whether it still binds."""

    role: str
    region: str | None
    language: str
    created_by: int
    expires_at: int
    used_at: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case is shown: its topic (None in a plain group), its card, and a hash of the topic's name."""

    chat_id: int
    thread_id: int | None
    card: int | None
    name: str | None = None

"""What a staff group works on, each under one card: a case, an application for a payment, an inquiry.

Each has one owner at most; who may act follows from who that is, and is said in the words of its family.
"""

from typing import ClassVar, Protocol, TypeVar

from bot.domain.errors import Refusal
from bot.domain.subject import SubjectKind


class WorkItem(Protocol):
    """One of them, as it is now. ``family`` is the first word of its subject and of the refusals below."""

    family: ClassVar[SubjectKind]

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def code(self) -> str:
        """Its number, as people are told it."""

    @property
    def staff_chat(self) -> int | None:
        """The group that serves it; None while none does."""

    @property
    def owner(self) -> int | None:
        """The member of the staff who has taken it."""

    @property
    def owner_name(self) -> str | None:
        """The owner's name."""

    @property
    def version(self) -> int:
        """Counts its changes; a button says for which one it was drawn."""


Item = TypeVar("Item", bound=WorkItem)


def require_free(item: WorkItem, actor: int) -> None:
    """Raise ``Refusal``: ``…-yours``, or ``…-taken`` (param ``owner``)."""
    if item.owner == actor:
        raise Refusal(f"{item.family}-yours")
    if item.owner is not None:
        raise Refusal(f"{item.family}-taken", owner=item.owner_name or "")


def require_owner(item: WorkItem, actor: int) -> None:
    """Raise ``Refusal``: ``…-take-first``, or ``…-not-yours`` (param ``owner``)."""
    if item.owner is None:
        raise Refusal(f"{item.family}-take-first")
    if item.owner != actor:
        raise Refusal(f"{item.family}-not-yours", owner=item.owner_name or "")


def require_owner_or_chief(item: WorkItem, actor: int, *, is_chief: bool) -> None:
    """Raise as ``require_owner``, but let whoever administers the chat act for an owner."""
    if not is_chief or item.owner is None:
        require_owner(item, actor)

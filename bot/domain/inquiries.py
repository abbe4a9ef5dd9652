"""Inquiries: what people write to the staff – a complaint, thanks, a visit at home, a question (product G3, X6).

The grounds of a complaint are those the State Corporation names (domain §1.1 row 32), who may be visited at home is
of row 19.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.sealing import DataKey
from bot.domain.subject import Subject, SubjectKind
from bot.domain.text_input import parse_text

GROUNDS = ("wrong_advice", "long_queue", "rudeness", "groundless_refusal", "long_service", "other")
VISITED = ("veteran", "pensioner", "disability", "other")
BY_THE_PLACE = frozenset({"long_queue", "long_service"})
"""Grounds the place itself can do something about at once; a complaint of people goes to those above it."""

OPEN_AT_ONCE = 3
"""How many inquiries a person may have open (ours): whoever writes more would only make the others wait."""
UNHEARD_SECONDS = 15 * 60
"""After this long what happens inside a place right now goes to the duty chat, if nobody has taken it (ours)."""
REMIND_DAYS, LATE_DAYS = 1, 2
"""Working days after which an unanswered inquiry is spoken of in its chat, and told to the duty chat and the person
(ours: no source gives a term for what is written to a bot)."""
SHORTEST, LONGEST = 5, 1000
MOST_PHOTOS = 5


class InquiryKind(StrEnum):
    """What the inquiry is."""

    COMPLAINT = "complaint"
    THANKS = "thanks"
    HOME_VISIT = "home_visit"
    QUESTION = "question"


class InquiryState(StrEnum):
    """The state of an inquiry: ``sent`` has no owner, ``taken`` has exactly one, ``closed`` is over."""

    SENT = "sent"
    TAKEN = "taken"
    CLOSED = "closed"


def read_text(text: str) -> str:
    """Return what was written; raises InvalidInput."""
    return parse_text(text, min_length=SHORTEST, max_length=LONGEST)


def to_duty_first(kind: InquiryKind, ground: str | None) -> bool:
    """Tell whether it goes to the duty chat before the chat of the place it is about."""
    return kind in {InquiryKind.QUESTION, InquiryKind.HOME_VISIT} or (
        kind is InquiryKind.COMPLAINT and ground not in BY_THE_PLACE
    )


@dataclass(frozen=True, slots=True)
class NewInquiry:
    """What a person wrote. ``body``: ``words``, and where there are any ``photo`` (Telegram's ids, with spaces
    between), ``address``, ``phone``; ``inside`` says that they are in the place right now."""

    kind: InquiryKind
    body: Mapping[str, str]
    ground: str | None = None
    branch_id: int | None = None
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One inquiry, opened. ``body``: ``words``, and where there are any ``photo``, ``address``, ``phone``."""

    family: ClassVar[SubjectKind] = SubjectKind.INQUIRY

    id: int
    code: str
    made_by: int
    key: DataKey
    kind: InquiryKind
    ground: str | None
    branch_id: int | None
    inside: bool
    body: dict[str, str]
    state: InquiryState
    staff_chat: int | None
    card_message_id: int | None
    owner: int | None
    owner_name: str | None
    escalated: bool
    version: int
    created_at: int
    answered_at: int | None
    closed_at: int | None

    @property
    def photos(self) -> list[str]:
        """Telegram's ids of the photos that came with it."""
        return self.body.get("photo", "").split()

    @property
    def subject(self) -> Subject:
        """The subject of messages and audit log entries about this inquiry."""
        return Subject(SubjectKind.INQUIRY, self.id)


@dataclass(frozen=True, slots=True)
class SentInquiry:
    """An inquiry a person has sent, as a list shows it: no words."""

    id: int
    kind: InquiryKind
    state: InquiryState
    created_at: int

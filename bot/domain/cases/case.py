"""A case as it is read: its head, one event of its history, an open question."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bot.domain.cases.states import Actor, CaseState, Role
from bot.domain.subject import Subject, SubjectKind

AID = "aid"
"""АӘК as a service: the one whose help may be conditional, and that has a form of its own."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open question: ``item`` is what it is about."""

    id: int
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """An application as its staff see it; ``answers`` are decrypted."""

    family: ClassVar[SubjectKind] = SubjectKind.CASE

    id: int
    code: str
    data_key_id: int
    made_by: int
    service: str
    language: str
    state: CaseState
    region: str | None
    staff_chat: int | None
    owner: int | None
    owner_name: str | None
    version: int
    created_at: int
    submitted_at: int | None
    clock_due: int | None
    clock_paused_at: int | None
    extended_at: int | None
    answers: dict[str, Any]
    client_id: int | None
    may_act: bool
    """False once the role of the assistant who filed it was taken away, or they let the person go."""

    @property
    def role(self) -> Role:
        """As whom ``made_by`` acts in the case."""
        return Role.CITIZEN if self.client_id is None else Role.ASSISTANT

    @property
    def applicant(self) -> Actor:
        """Who filed the case, or has taken it over."""
        return Actor(self.role, self.made_by)

    @property
    def subject(self) -> Subject:
        """The subject of messages, reminders and audit log entries about this case."""
        return Subject(SubjectKind.CASE, self.id)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What a list of a person's cases tells of each; ``client_id`` is whom an assistant filed it for."""

    id: int
    code: str
    service: str
    state: CaseState
    client_id: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a case's history."""

    seq: int
    type: str
    actor_role: str
    actor: int
    at: int
    payload: dict[str, Any]

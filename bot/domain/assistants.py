"""Assistants who file for people without a smartphone, those people, and the codes of taking over (product A11)."""

from dataclasses import dataclass

from bot.domain.sealing import DataKey


@dataclass(frozen=True, slots=True)
class Assistant:
    """An assistant; ``client_id`` is the person they file for now, None for themselves."""

    user_id: int
    name: str
    chat_id: int
    given_at: int
    removed_at: int | None
    client_id: int | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code by which somebody becomes an assistant under the name staff wrote."""

    name: str
    chat_id: int
    made_by: int
    expires_at: int
    used_at: int | None


GONE = 0
"""The ``client_id`` of a case whose person the assistant has let go: the case is the assistant's no more."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to, and how: by ``phone`` (where they can be asked), or on paper (``file`` as stored)."""

    version: str
    language: str
    at: int
    phone: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody without a smartphone; ``key`` opens the photo of the signed paper."""

    id: int
    key: DataKey
    assistant_id: int
    name: str
    consent: Consent


@dataclass(frozen=True, slots=True)
class Takeover:
    """A code that was printed: of which case, and whether it still works."""

    application_id: int
    revoked_at: int | None
    used_at: int | None
    used_by: int | None

"""An application as it is filled: its answers and its pages."""

from dataclasses import dataclass
from mimetypes import guess_extension

from bot.domain.cases.states import CaseState
from bot.domain.forms.forms import Answer
from bot.domain.sealing import DataKey


@dataclass(frozen=True, slots=True)
class Application:
    """One application with its answers opened; ``key`` also opens its attachments."""

    id: int
    code: str | None
    key: DataKey
    person_id: int | None
    made_by: int
    service: str
    period: str | None
    language: str
    form_version: int
    answers: dict[str, Answer]
    state: CaseState
    region: str | None
    version: int
    updated_at: int
    submitted_at: int | None
    client_id: int | None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on disk, encrypted: its keyed hash, its name there, what it is, and the sealed words beside it."""

    content_hash: str
    stored_as: str
    media_type: str
    size: int
    caption: bytes | None = None


CAPTION = "document.caption"
"""For what the words beside a file are sealed."""


@dataclass(frozen=True, slots=True)
class Page:
    """One stored file. ``page`` orders the pages of an item: it is the number of the message that brought it.

    ``caption`` is what was written beside it, sealed under the application's key for ``CAPTION``.
    """

    id: int
    item: str
    page: int
    content_hash: str
    stored_as: str
    media_type: str
    size: int
    question_id: int | None
    caption: bytes | None = None

    @property
    def name(self) -> str:
        """What the file is called when it is sent on; the person's own name for it is not kept."""
        return f"{self.item}-{self.page}{guess_extension(self.media_type) or ''}"

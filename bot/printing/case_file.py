"""The file of a case: one PDF to read, and one ZIP with everything and the hashes of it (product A12)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from bot.domain.cases.case import Case, Event
from bot.domain.cases.states import CaseAction, CaseState, Role, advance
from bot.domain.errors import Refusal
from bot.domain.people.identifiers import mask_iin
from bot.printing.answers import answer_rows
from bot.printing.typeset import typeset
from bot.services.cases.facts import needs_plan, person_name
from bot.services.paper_services import short_name_of
from bot.texts import LocalDateTime, TextRef, Texts, Value
from bot.texts.error_messages import terminal_text

LARGEST = 45 * 1024 * 1024
"""Telegram takes 50 MB from a bot: files that no longer fit are named with their hashes and left out."""
_NAMED = frozenset({"check", "take", "release", "pass"})
"""Events that keep the name of who did it."""
_WORDS = (
    "title", "person", "iin", "service", "region", "state", "submitted", "printed", "decision", "timeline", "when",
    "what", "who", "answers", "documents", "document", "size", "none", "kept",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """An attachment or printed document of the case, opened."""

    name: str
    content: bytes

    @property
    def hash(self) -> str:
        """SHA-256 of what was sent, in hexadecimal."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of a case; ``pages`` is how many pages each paper of the application has."""

    case: Case
    events: Sequence[Event]
    papers: Sequence[Paper]
    pages: Mapping[str, int]
    region: Value
    decision: TextRef | None


@dataclass(frozen=True, slots=True)
class Archive:
    """The ZIP, and the names of files that did not fit into it."""

    content: bytes
    left_out: list[str]


def replay(events: Sequence[Event], *, plan: bool) -> CaseState:
    """Return the state the history leads to; raises `Refusal` where it holds a move that was not allowed."""
    state = CaseState.DRAFT
    for event in events:
        if event.type in set(CaseAction):
            state = advance(state, CaseAction(event.type), Role(event.actor_role), needs_plan=plan)
    return state


async def print_case(file: CaseFile, texts: Texts, language: str, now: int) -> bytes:
    """Return the readable PDF in this language."""
    case, staff = file.case, _staff(file.events)
    words = {word: texts.plain(language, f"case-file-{word}") for word in _WORDS}
    return await typeset(
        "case_file",
        {
            "language": language,
            "words": words,
            "code": case.code,
            "person": person_name(case.answers),
            "iin_masked": mask_iin(str(case.answers.get("iin", ""))),
            "service": getattr(short_name_of(case.service), language),
            "region": texts.plain(language, "plan-value", value=file.region),
            "state": texts.plain(language, f"staff-state-{case.state.value}"),
            "submitted": texts.render(language, LocalDateTime(case.submitted_at or case.created_at)),
            "printed": texts.render(language, LocalDateTime(now)),
            "decision": terminal_text(texts, language, file.decision) if file.decision else "",
            "events": [_line(case, event, staff, texts, language) for event in file.events],
            "answers": answer_rows(texts, language, case.service, case.answers, file.pages),
            "papers": [
                {"name": paper.name, "size": f"{len(paper.content) / 1024:.0f}", "hash": paper.hash}
                for paper in file.papers
            ],
            "total": texts.plain(language, "case-file-total", count=len(file.papers)),
        },
    )


def pack(
    case: Case,
    events: Sequence[Event],
    printed: Mapping[str, bytes],
    papers: Sequence[Paper],
    *,
    largest: int = LARGEST,
) -> Archive:
    """Return the ZIP: what was printed, the attachments, the history as JSON, and a manifest with the hash of each."""
    history = [
        {"seq": event.seq, "type": event.type, "role": event.actor_role, "at": _iso(event.at), "payload": event.payload}
        for event in events
    ]
    told = json.dumps(history, ensure_ascii=False, indent=2).encode()
    files: dict[str, bytes] = {**printed, "history.json": told}
    left_out, taken = [], sum(map(len, files.values()))
    for paper in papers:
        if taken + len(paper.content) > largest:
            left_out.append({"name": paper.name, "sha256": paper.hash})
            continue
        taken += len(paper.content)
        files[f"documents/{paper.name}"] = paper.content
    try:
        leads_to = replay(events, plan=needs_plan(case)).value
    except Refusal as broken:
        # A dispute needs the file most when the history is not what it should be.
        leads_to = f"broken: {broken.code}"
    manifest: dict[str, Any] = {
        "case": case.code,
        "state": case.state.value,
        "history_leads_to": leads_to,
        "files": {name: sha256(content).hexdigest() for name, content in files.items()},
        "left_out": left_out,
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2))
        for name, content in files.items():
            archive.writestr(name, content)
    return Archive(out.getvalue(), [each["name"] for each in left_out])


def _staff(events: Sequence[Event]) -> dict[int, str]:
    """Return names of staff by Telegram id, as each last took the case."""
    return {
        event.actor: str(event.payload["name"])
        for event in events
        if event.actor_role == Role.SPECIALIST and event.type in _NAMED and "name" in event.payload
    }


def _line(case: Case, event: Event, staff: Mapping[int, str], texts: Texts, language: str) -> dict[str, str]:
    match event.actor_role:
        case Role.SPECIALIST:
            name = staff.get(event.actor, "")
        case Role.ASSISTANT:
            name = str(case.answers.get("assistant", ""))
        case Role.CITIZEN:
            name = person_name(case.answers)
        case _:
            name = ""
    role = texts.plain(language, "case-file-role", role=TextRef(f"case-file-role-{event.actor_role}"))
    return {
        "at": texts.render(language, LocalDateTime(event.at)),
        "what": texts.plain(language, "staff-event", type=event.type),
        "who": f"{role}: {name}" if name else role,
        "said": str(event.payload.get("text") or event.payload.get("words") or ""),
    }


def _iso(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat()

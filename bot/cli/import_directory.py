"""``python -m bot import-directory FILE``: what would change; with ``--apply`` the change, whole or not at all."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli.offline import offline_services
from bot.domain.errors import InvalidInput
from bot.services.branch_changes.directory_import import (
    Changed,
    NewDirectory,
    compare_directory,
    read_directory,
    take_over_directory,
)
from bot.settings import Settings, SetupError
from bot.texts import TextRef, shipped_texts
from bot.texts.error_messages import problem_key, terminal_text

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Tables:
    """The files: places, and where given their own hours, plans of windows and special days."""

    places: Path
    hours: Path | None = None
    plans: Path | None = None
    days: Path | None = None


def import_directory(settings: Settings, tables: Tables, language: str, *, apply: bool) -> str:
    """Return the difference, a line each, and its summary; store it when ``apply``.

    Raises SetupError with one line when a file cannot be read or a cell does not fit; nothing is stored then.
    """
    new = _read(tables, language)

    async def work() -> list[Changed]:
        async with offline_services(settings) as services:
            return await (take_over_directory(services, new) if apply else compare_directory(services, new))

    changes = asyncio.run(work())
    summary = TextRef(
        "directory-imported" if apply else "directory-compared",
        {
            "new": sum(change.is_new for change in changes),
            "changed": sum(not change.is_new for change in changes),
            "same": len(new.places) - len(changes),
        },
    )
    return "\n".join(terminal_text(shipped_texts(), language, words) for words in (*_lines(changes), summary))


def _read(tables: Tables, language: str) -> NewDirectory:
    files = (tables.places, tables.hours, tables.plans, tables.days)
    try:
        return read_directory(*map(_content, files))
    except InvalidInput as problem:
        raise SetupError(f"{tables.places}: {terminal_text(shipped_texts(), language, problem_key(problem))}") from None


def _content(file: Path | None) -> str:
    try:
        return file.read_text(encoding="utf-8-sig") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read: {error}") from None


def _lines(changes: Sequence[Changed]) -> Iterator[TextRef]:
    for change in changes:
        args = {"code": change.code, "name": f"{change.names.kk} · {change.names.ru}"}
        if change.is_new:
            yield TextRef("directory-new", args)
            continue
        yield TextRef("directory-changed", args)
        for name, (before, after) in change.fields.items():
            yield TextRef("directory-field", {"field": name, "before": _shown(before), "after": _shown(after)})
        if change.conflicts:
            yield TextRef("directory-conflicts", {"count": change.conflicts})


def _shown(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"

"""``python -m bot import-directory FILE``: places of a ``branches.csv``, checked whole before the first is stored."""

import asyncio
from pathlib import Path

from bot.domain.errors import InvalidInput
from bot.offline import offline_services
from bot.problems import problem_key, terminal_words
from bot.services.queue.directory import import_branches, read_places
from bot.settings import Settings, SetupError
from bot.texts import Texts


def import_directory(settings: Settings, file: Path, language: str) -> str:
    """Store the places; return the summary in one line, raise SetupError with one line when nothing was stored."""
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{file} cannot be read: {error}") from None
    try:
        places = read_places(content)
    except InvalidInput as problem:
        raise SetupError(f"{file}: {terminal_words(Texts(), language, problem_key(problem))}") from None

    async def store() -> None:
        async with offline_services(settings) as services:
            await import_branches(services, places)

    asyncio.run(store())
    return Texts().plain(language, "directory-imported", count=len(places))

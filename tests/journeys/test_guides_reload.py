"""Guides edited while the bot runs: taken up by an administrator's word, or refused with the reason."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.services.guides import library
from bot.services.search import clear_search_entries
from tests.support.world import ADMIN, World

NEW = {"kk": "Жаңартылған жорабас", "ru": "Обновлённый журавль"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the guides that may be edited."""
    copy = tmp_path / "guides"
    shutil.copytree(library.GUIDES, copy)
    monkeypatch.setattr(library, "GUIDES", copy)
    yield copy
    library.load_guides.cache_clear()
    clear_search_entries()


def _edit(folder: Path, **changes: Any) -> None:
    path = folder / "birth.json"
    guide = {**json.loads(path.read_text(encoding="utf-8")), **changes}
    path.write_text(json.dumps(guide, ensure_ascii=False), encoding="utf-8")


async def test_an_edited_guide_is_taken_up_and_found(world: World, language: str, folder: Path) -> None:
    admin = await world.citizen(ADMIN, language)
    person = await world.citizen(501, language)
    _edit(folder, title=NEW)
    await admin.says("/reload")
    await admin.sees("guides-reloaded", guides=len(library.load_guides()), quizzes=len(library.load_quizzes()))
    await person.actor.opens("guide_birth")
    await person.actor.sees(NEW[language])
    await person.actor.opens("search")
    await person.says(NEW[language].split()[1])
    await person.actor.sees(NEW[language])


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"title": {"kk": "Ә"}}, "title"), ({"actions": ["guide_nowhere"]}, "guide_nowhere"), ({"id": "other"}, "other")],
)
async def test_a_wrong_file_is_named_and_the_guides_stay(
    world: World, language: str, folder: Path, changes: dict[str, Any], why: str
) -> None:
    admin = await world.citizen(ADMIN, language)
    before = library.load_guides()
    _edit(folder, **changes)
    await admin.says("/reload")
    told = await admin.actor.sees("birth.json")
    assert why in (told.text or "")
    assert library.load_guides() is before


async def test_nobody_else_can(world: World, language: str, folder: Path) -> None:
    person = await world.citizen(501, language)
    _edit(folder, title=NEW)
    await person.says("/reload")
    await world.settles()
    await person.actor.opens("guide_birth")
    await world.settles()
    assert NEW[language] not in person.actor.transcript()

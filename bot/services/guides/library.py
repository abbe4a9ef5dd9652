"""The guides of ``data/guides/`` and the quizzes of ``data/guides/quizzes/``, read once until they are taken up
anew.
"""

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from bot.data_files import DATA
from bot.domain.guides.guide import Guide
from bot.domain.guides.quiz import Quiz
from bot.services.data_problems import first_problem

GUIDES, QUIZZES = DATA / "guides", DATA / "guides" / "quizzes"
Kind = TypeVar("Kind", Guide, Quiz)


class GuideError(Exception):
    """A file is not what it should be: which one, where and why, in one line."""


@cache
def load_guides(folder: Path | None = None) -> tuple[Guide, ...]:
    """Return every guide in the list's order; raise GuideError with the name of a wrong file."""
    return _load(folder or GUIDES, Guide)


@cache
def load_quizzes(folder: Path | None = None) -> tuple[Quiz, ...]:
    """Return every quiz in the list's order; raise GuideError with the name of a wrong file."""
    return _load(folder or QUIZZES, Quiz)


def reload_guides(links: Collection[str]) -> tuple[int, int]:
    """Take up edited files; return how many guides and quizzes there are now.

    ``links`` are those that lead to no guide or quiz. Raises GuideError with what is wrong, and leaves everything as it
    was.
    """
    guides, quizzes = _load(GUIDES, Guide), _load(QUIZZES, Quiz)
    _check_links(guides, quizzes, links)
    load_guides.cache_clear()
    load_quizzes.cache_clear()
    return len(guides), len(quizzes)


def _check_links(guides: Sequence[Guide], quizzes: Sequence[Quiz], links: Collection[str]) -> None:
    """Check that every button leads somewhere."""
    ids = {"guide": {each.id for each in guides}, "quiz": {each.id for each in quizzes}}
    leading = [(each.id, link) for each in guides for link in each.actions]
    leading += [(each.id, link) for each in quizzes for result in each.results.values() for link in result.actions]
    for source, link in leading:
        name, _, value = link.partition("_")
        if value not in ids[name] if name in ids else not {link, name} & set(links):
            raise GuideError(f"{source}.json: actions: {link} leads nowhere")


def find_guide(guide_id: str) -> Guide | None:
    """Return the guide of this name."""
    return _find(load_guides(), guide_id)


def find_quiz(quiz_id: str) -> Quiz | None:
    """Return the quiz of this name."""
    return _find(load_quizzes(), quiz_id)


def _find(kept: Sequence[Kind], wanted: str) -> Kind | None:
    return next((each for each in kept if each.id == wanted), None)


def _load(folder: Path, kind: type[Kind]) -> tuple[Kind, ...]:
    return tuple(sorted((_read(path, kind) for path in folder.glob("*.json")), key=lambda each: each.place))


def _read(path: Path, kind: type[Kind]) -> Kind:
    try:
        read = kind.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise GuideError(f"{path.name}: {first_problem(error)}") from None
    if read.id != path.stem:
        raise GuideError(f"{path.name}: its id is {read.id}")
    return read

"""The guides of ``data/guides/``, read once."""

from functools import cache
from pathlib import Path

from bot.domain.guide import Guide

GUIDES = Path(__file__).parent.parent / "data" / "guides"


class GuideError(Exception):
    """A guide's file is not what it should be, and which one."""


@cache
def load_guides(folder: Path = GUIDES) -> tuple[Guide, ...]:
    """Return every guide in the list's order; raise GuideError with the name of a wrong file."""
    guides = [_read(path) for path in sorted(folder.glob("*.json"))]
    return tuple(sorted(guides, key=lambda guide: guide.place))


def find_guide(guide_id: str) -> Guide | None:
    """Return one guide."""
    return next((guide for guide in load_guides() if guide.id == guide_id), None)


def _read(path: Path) -> Guide:
    try:
        guide = Guide.model_validate_json(path.read_bytes())
    except ValueError as error:
        raise GuideError(f"{path.name}: {error}") from error
    if guide.id != path.stem:
        raise GuideError(f"{path.name}: its id is {guide.id}")
    return guide

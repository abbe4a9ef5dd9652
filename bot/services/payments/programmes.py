"""The payment programmes of ``data/programmes/`` (product P2)."""

from datetime import date
from functools import cache
from pathlib import Path

from bot.domain.programme import BothLanguages, Programme

PROGRAMME_2020 = "42500-2020"
_FOLDER = Path(__file__).parents[3] / "data" / "programmes"


@cache
def programmes() -> dict[str, Programme]:
    """Return every programme by its id; a file that breaks the model's rules stops the start."""
    loaded = [Programme.model_validate_json(path.read_bytes()) for path in sorted(_FOLDER.glob("*.json"))]
    return {programme.id: programme for programme in loaded}


def programme_2020() -> Programme:
    """Return the 42 500 ₸ payment of 2020."""
    return programmes()[PROGRAMME_2020]


def last_days(programme: Programme) -> list[date]:
    """Return the last day of each intake, in order."""
    return sorted(part.closes for part in programme.rounds)


def in_language(words: BothLanguages, language: str) -> str:
    """Return the words a reader of this language gets."""
    return words.kk if language == "kk" else words.ru

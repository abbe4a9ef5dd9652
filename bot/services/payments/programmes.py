"""The payment programmes of ``data/payments/programmes/`` (product P2)."""

from datetime import date

from bot.domain.payments.programmes import BothLanguages, Programme
from bot.services.calendar import today
from bot.services.payments.programme_files import programmes
from bot.services.work import Services

__all__ = ["find_offered", "in_language", "last_days", "offered", "open_now", "programme_2020", "programmes"]
PROGRAMME_2020 = "42500-2020"


def offered(services: Services) -> list[Programme]:
    """Return the programmes people are told of: a demo one in the demo only."""
    return [programme for programme in programmes().values() if services.settings.demo or not programme.demo]


def find_offered(services: Services, programme_id: str) -> Programme | None:
    """Return an offered programme by its id."""
    return next((programme for programme in offered(services) if programme.id == programme_id), None)


def open_now(services: Services) -> list[Programme]:
    """Return those that take applications today, by the country's calendar."""
    day = today(services.now)
    return [programme for programme in offered(services) if programme.is_open(day)]


def programme_2020() -> Programme:
    """Return the 42 500 ₸ payment of 2020."""
    return programmes()[PROGRAMME_2020]


def last_days(programme: Programme) -> list[date]:
    """Return the last day of each intake, in order."""
    return sorted(part.closes for part in programme.rounds)


def in_language(words: BothLanguages, language: str) -> str:
    """Return the words a reader of this language gets."""
    return words.kk if language == "kk" else words.ru

"""Texts in the person's language: Fluent files of ``locales/``, dates and money by Babel.

Values are handed over as what they are (``Money``, ``LocalDate``, ``LocalDateTime``, ``TextRef``) and put into words
only here, so that a message stored for later is written in the language its reader has by then. Every string value is
escaped for HTML.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal

from bot.data_files import ROOT
from bot.texts.fluent import FluentTexts

LOCALES = ROOT / "locales"
LANGUAGES = ("kk", "ru")
DEFAULT_LANGUAGE = "kk"
COUNTRY_ZONE = "Asia/Almaty"


class Markup(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Money:
    """Whole tenge."""

    amount: int


@dataclass(frozen=True, slots=True)
class LocalDate:
    """A calendar day; ``style``: ``long`` with the weekday, ``medium``, ``visit`` («дс, 24 қараша»), ``short`` for
    buttons, ``tiny`` for narrow ones («дс 24»), ``digits`` for lists."""

    iso: str
    style: str = "medium"

    @classmethod
    def of(cls, day: date, style: str = "medium") -> "LocalDate":
        """Make one from a date."""
        return cls(day.isoformat(), style)


@dataclass(frozen=True, slots=True)
class LocalDateTime:
    """A moment in UTC seconds, told in a zone; ``style``: ``full`` (day and time), ``visit`` (with the weekday, without
    the year: «пн, 24 ноября, 10:15»), ``tiny`` for narrow buttons, ``day`` or ``time``."""

    at: int
    zone: str = COUNTRY_ZONE
    style: str = "full"


@dataclass(frozen=True, slots=True)
class TextRef:
    """Another text inside this one."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name that our tables give in both languages."""

    kk: str
    ru: str


_TAGS: dict[type, str] = {Money: "Money", LocalDate: "Day", LocalDateTime: "Moment", TextRef: "Key", Bilingual: "Both"}
"""How a stored value says what it is. Tags and names of fields lie in waiting messages: they outlive a class's name."""
_KINDS = {tag: kind for kind, tag in _TAGS.items()}
Value = str | int | Money | LocalDate | LocalDateTime | TextRef | Bilingual


def to_json(args: Mapping[str, Any]) -> dict[str, Any]:
    """Make values storable as JSON."""
    return {name: _to_json(value) for name, value in args.items()}


def from_json(args: Mapping[str, Any]) -> dict[str, Any]:
    """Undo ``to_json``."""
    return {name: _from_json(value) for name, value in args.items()}


def _to_json(value: Any) -> Any:
    tag = _TAGS.get(type(value))
    if tag is None:
        return value
    if isinstance(value, TextRef):
        return {"$": tag, "key": value.key, "args": to_json(value.args)}
    return {"$": tag, **asdict(value)}


def _from_json(value: Any) -> Any:
    if not (isinstance(value, dict) and "$" in value):
        return value
    kind = _KINDS[value["$"]]
    fields = {name: part for name, part in value.items() if name != "$"}
    return TextRef(fields["key"], from_json(fields["args"])) if kind is TextRef else kind(**fields)


class Texts:
    """All texts of all languages."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self._bundles = {language: FluentTexts(folder / language, language) for language in LANGUAGES}

    def get(self, language: str | None, key: str, /, **args: Any) -> str:
        """Return the text as HTML; raise ``TextError`` when the key or one of its values is missing."""
        spoken = language if language in self._bundles else DEFAULT_LANGUAGE
        told = {name: self.render(spoken, value) for name, value in args.items()}
        return self._bundles[spoken].format(key, told)

    def plain(self, language: str | None, key: str, /, **args: Any) -> str:
        """Return the text for places that are not HTML: buttons, alerts, file names, PDF."""
        return unescape(self.get(language, key, **args))

    def has(self, key: str) -> bool:
        """Tell whether every language has this text."""
        return all(bundle.has(key) for bundle in self._bundles.values())

    def render(self, language: str, value: Any) -> Any:
        """Put one value into words: escaped strings, dates and money by the language; numbers stay numbers."""
        match value:
            case Markup() | int() | float():
                return value
            case str():
                return escape(value, quote=False)
            case Money(amount):
                return money(amount, language)
            case LocalDate(iso, style):
                return _day(date.fromisoformat(iso), language, style)
            case LocalDateTime():
                return _moment(value, language)
            case TextRef(key, args):
                return self.get(language, key, **args)
            case Bilingual(kk, ru):
                return escape(kk if language == "kk" else ru, quote=False)
            case _:
                return value


@cache
def shipped_texts() -> Texts:
    """Return the texts of ``locales/``, read and compiled once a process."""
    return Texts()


def money(amount: int, language: str) -> str:
    """Return ``42 500 ₸`` with no-break spaces (CLDR prints KZT in Russian, domain §6)."""
    grouped = format_decimal(amount, locale=language).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
    return f"{grouped}\N{NO-BREAK SPACE}₸"


_DAY_FORMATS = {"long": "full", "medium": "long", "visit": "EEE, d MMMM", "tiny": "EEE d", "digits": "dd.MM.yy"}


def _day(day: date, language: str, style: str) -> str:
    if style == "short":
        return format_skeleton("MMMd", day, locale=language) + format_date(day, ", EEE", locale=language)
    return format_date(day, _DAY_FORMATS[style], locale=language)


def _moment(moment: LocalDateTime, language: str) -> str:
    local = datetime.fromtimestamp(moment.at, UTC).astimezone(zone(moment.zone))
    clock = format_time(local.time(), "HH:mm", locale=language)
    if moment.style == "time":
        return clock
    day = _day(local.date(), language, moment.style if moment.style in _DAY_FORMATS else "medium")
    return day if moment.style == "day" else f"{day}, {clock}"


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone by its tzdata name."""
    return ZoneInfo(name)


def first_of(names: Sequence[str], shown: int) -> str:
    """Return the first names in a line, with a sign that there are more."""
    return ", ".join(names[:shown]) + (" …" if len(names) > shown else "")

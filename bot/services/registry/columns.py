"""Which column of a registry is what: known by its heading, remembered from the last time, or asked."""

from collections.abc import Mapping, Sequence

from bot.domain.homoglyphs import visible
from bot.domain.registry import COLUMNS, Columns
from bot.services.payments.programme_files import programmes

REQUIRED = ("programme", "iin", "last_name", "first_name", "status", "status_at", "amount")
"""Without these a row says nothing; the others may be missing in a file."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "programme": ("программа", "бағдарлама", "вид выплаты", "төлем түрі"),
    "iin": ("иин", "жсн", "иин заявителя", "иин получателя", "өтініш берушінің жсн"),
    "last_name": ("фамилия", "тегі", "surname"),
    "first_name": ("имя", "аты", "есімі", "name"),
    "phone": ("телефон", "номер телефона", "мобильный телефон", "телефон нөмірі", "ұялы телефон"),
    "application_no": ("номер заявления", "№ заявления", "заявление", "өтініш нөмірі", "өтініш №", "өтінім нөмірі"),
    "status": ("статус", "состояние", "күйі", "мәртебесі", "мәртебе", "статус заявления", "өтініш күйі"),
    "status_at": ("дата статуса", "дата состояния", "дата", "күйінің күні", "мәртебе күні", "күні", "status date"),
    "reason": ("причина", "причина отказа", "себебі", "себеп", "бас тарту себебі"),
    "amount": ("сумма", "сома", "сомасы", "сумма выплаты", "төлем сомасы"),
    "iban": ("ибан", "iban шот", "счёт", "счет", "номер счёта", "номер счета", "шот", "шот нөмірі", "иик", "жск"),
    "bank": ("банк", "код банка", "банк коды"),
}


def guess_columns(headings: Sequence[str]) -> Columns:
    """Return the columns whose headings say plainly what they are; the others are to be asked about."""
    plain = [_plain(heading) for heading in headings]
    found: Columns = {}
    for field in COLUMNS:
        names = {_plain(name) for name in (field, *_HEADINGS[field])}
        places = [number for number, heading in enumerate(plain) if heading in names]
        if len(places) == 1:
            found[field] = places[0]
    return found


def fitting(columns: Columns | None, headings: Sequence[str]) -> Columns | None:
    """Return what was remembered when it still makes sense: a programme may have gone meanwhile."""
    if columns is None or next_asked(columns) is not None:
        return None
    for chosen in columns.values():
        if isinstance(chosen, int) and chosen >= len(headings):
            return None
        if isinstance(chosen, str) and chosen not in programmes():
            return None
    return columns


def next_asked(columns: Columns) -> str | None:
    """Return the next field nobody has said the column of; None when all are known."""
    return next((field for field in COLUMNS if field not in columns), None)


def missing(columns: Columns) -> list[str]:
    """Return the required fields that no column was found for."""
    return [field for field in REQUIRED if columns.get(field) is None]


def _plain(heading: str) -> str:
    return " ".join(visible(heading).casefold().replace("_", " ").replace(".", " ").split())

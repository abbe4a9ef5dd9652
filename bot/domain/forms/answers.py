"""One field, one raw answer: the value to keep, or the reason it is wrong."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.domain.calendar.ages import full_years
from bot.domain.calendar.typed_dates import parse_date
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import (
    ChoiceField,
    DateField,
    DirectoryField,
    DocumentsField,
    Excuse,
    FormField,
    IbanField,
    ListField,
    MoneyField,
    PlainField,
    PlainType,
    TextField,
)
from bot.domain.forms.forms import Item
from bot.domain.money import parse_money
from bot.domain.people.accounts import parse_iban, require_aid_account
from bot.domain.people.contacts import parse_email, parse_phone
from bot.domain.people.identifiers import parse_bin, parse_iin
from bot.domain.people.names import parse_full_name, parse_name
from bot.domain.text_input import parse_address, parse_text

_PLAIN: dict[PlainType, Callable[[str], str]] = {
    PlainType.IIN: parse_iin,
    PlainType.BIN: parse_bin,
    PlainType.NAME: parse_name,
    PlainType.FULL_NAME: parse_full_name,
    PlainType.PHONE: parse_phone,
    PlainType.EMAIL: parse_email,
}


def validate_answer(field: FormField, raw: str, *, today: date) -> str | int:
    """Return the value to keep for what a person typed or pressed; dates are kept in ISO form.

    Raises `InvalidInput` with the code of the field's type, `choice-unknown` for a code that is no option.
    Directory codes are only checked for being there: their owner knows the rest. A list has no raw text:
    TypeError, use `validate_items`.
    """
    match field:
        case PlainField():
            return _PLAIN[field.type](raw)
        case TextField():
            parse = parse_address if field.type == "address" else parse_text
            return parse(raw, min_length=field.min_length, max_length=field.max_length)
        case MoneyField():
            return parse_money(raw, minimum=field.minimum, maximum=field.maximum)
        case DateField():
            day = parse_date(raw, today=today, when=field.sense)
            require_age(field, day, today)
            return day.isoformat()
        case IbanField():
            return _account(field, raw)
        case ChoiceField():
            return _option(field.options, raw)
        case DirectoryField():
            return parse_text(raw, max_length=60)
        case DocumentsField():
            return _option([Excuse.ATTACHED, *field.excuses], raw)
        case ListField():
            raise TypeError(f"{field.id} is gathered item by item")


def require_age(field: DateField, born: date, today: date) -> None:
    """Check the age a birth date makes. Raises `InvalidInput`: `age-over` (`max`, `age`), `age-under` (`min`)."""
    if field.oldest is None:
        return
    age = full_years(born, today)
    if age > field.oldest:
        raise InvalidInput("age-over", max=field.oldest, age=age)
    if age < field.youngest:
        raise InvalidInput("age-under", min=field.youngest)


def require_room(field: ListField, count: int) -> None:
    """Raise `InvalidInput("list-long")` (param `max`) when the list may not have so many items."""
    if count > field.max_items:
        raise InvalidInput("list-long", max=field.max_items)


def validate_items(field: ListField, items: Sequence[Item]) -> None:
    """Check a list that is said to be whole. Raises `InvalidInput`: `list-short` (param `min`), `list-long`."""
    if len(items) < field.min_items:
        raise InvalidInput("list-short", min=field.min_items)
    require_room(field, len(items))


def validate_pages(field: DocumentsField, count: int) -> None:
    """Check a paper that is said to be whole. Raises `InvalidInput("pages-few")` (params `min`, `count`)."""
    if count < field.min_items:
        raise InvalidInput("pages-few", min=field.min_items, count=count)


def _account(field: IbanField, raw: str) -> str:
    account = parse_iban(raw)
    if field.for_aid:
        require_aid_account(account)
    return account.iban


def _option(options: Sequence[str], raw: str) -> str:
    if raw not in options:
        raise InvalidInput("choice-unknown")
    return raw

"""Text that looks right is taken, whatever it is made of: composed or not, with marks nobody sees, of two keyboards."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.branches.place_search import fold
from bot.domain.calendar.typed_dates import parse_date
from bot.domain.codes import parse_case_code, parse_ticket_number
from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import one_alphabet, visible
from bot.domain.money import parse_money
from bot.domain.people.accounts import parse_iban
from bot.domain.people.contacts import parse_email, parse_phone
from bot.domain.people.identifiers import parse_iin
from bot.domain.people.names import parse_name
from bot.domain.text_input import parse_text
from bot.free_text.normalize import tokens

UNSEEN = "\u200b\u200e\u200f\u202a\u202c\u2066\u2069\u00ad\ufeff\u2060\u200c"
LATIN = dict(zip("асеорхуіһАВСЕНКМОРТХУІ", "aceopxyihABCEHKMOPTXYI", strict=True))
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
names = st.text(_LETTERS, min_size=2, max_size=20).map(str.capitalize)
unseen = st.text(UNSEEN, max_size=3)


@given(names, st.data())
def test_a_name_is_what_it_looks_like(name: str, data: st.DataObject) -> None:
    letters = list(unicodedata.normalize("NFD", name) if data.draw(st.booleans()) else name)
    # One letter at least stays: a word all of Latin letters is another name.
    for place in data.draw(st.sets(st.integers(1, len(letters) - 1))) if len(letters) > 2 else ():
        letters[place] = LATIN.get(letters[place], letters[place])
    typed = "".join(letter + data.draw(unseen) for letter in letters)
    if any(map(_is_cyrillic, typed)):
        assert parse_name(typed) == name


def _is_cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u04ff"


@given(st.text())
def test_what_is_seen_is_seen_once_and_for_all(text: str) -> None:
    seen = visible(text)
    assert visible(seen) == seen
    assert one_alphabet(one_alphabet(text)) == one_alphabet(text)


@given(unseen, unseen, unseen)
def test_every_reader_takes_what_it_does_not_see(before: str, within: str, after: str) -> None:
    def wrapped(text: str) -> str:
        return before + text[:2] + within + text[2:] + after

    assert parse_iin(wrapped("850615350702")) == "850615350702"
    assert parse_phone(wrapped("+7 701 123 45 67")) == "+77011234567"
    assert parse_iban(wrapped("KZ41722C000000000001")).iban == "KZ41722C000000000001"
    assert parse_money(wrapped("42 500 ₸")) == 42_500
    assert parse_date(wrapped("23.11.2026"), today=date(2026, 1, 1)) == date(2026, 11, 23)
    assert parse_email(wrapped("aliya@mail.kz")) == "aliya@mail.kz"
    assert parse_ticket_number(wrapped("A007")) == "A007"
    assert parse_case_code(wrapped("AB2CD3EF")) == "AB2CD3EF"
    assert parse_text(wrapped("улица Сейфуллина")) == "улица Сейфуллина"
    assert tokens(wrapped("очередь")) == tokens("очередь")
    assert fold(wrapped("Сейфуллина")) == fold("Сейфуллина")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Сергеи\u0306", "Сергей"),
        ("Е\u0308лкин", "Ёлкин"),
        ("Мұхаммед\u200b", "Мұхаммед"),
        ("Әбiшев", "Әбішев"),
        ("Cepгeй", "Сергей"),
        ("ӘБIШЕВ", "Әбішев"),
        ("\u0259лия", "Әлия"),
    ],
)
def test_names_as_they_are_typed(typed: str, read: str) -> None:
    assert parse_name(typed) == read


def test_a_letter_that_looks_like_no_other_is_named() -> None:
    with pytest.raises(InvalidInput, match="name-latin-letter") as raised:
        parse_name("Дмитрiй Sокол")
    assert raised.value.params == {"letter": "S"}
    with pytest.raises(InvalidInput, match=r"name-latin$"):
        parse_name("Olga")


@pytest.mark.parametrize(
    "typed", ["\u202a+7 701 123 45 67\u202c", "tel:+77011234567", "TEL:87011234567", "8 701 123-45-67."]
)
def test_phones_as_they_are_copied(typed: str) -> None:
    assert parse_phone(typed) == "+77011234567"


def test_a_full_stop_after_a_number_is_no_part_of_it() -> None:
    assert parse_iin("850615350702.") == "850615350702"
    assert parse_iin("\ufeff850615350702;") == "850615350702"
    assert parse_email("aliya@mail.kz.") == "aliya@mail.kz"


def test_search_finds_a_street_however_it_is_composed() -> None:
    assert fold("Сеи\u0306фуллина") == fold("Сейфуллина") == fold("Ceйфуллина")
    assert tokens("оче\u00adредь") == tokens("очередь") == tokens("oчepeдь")


def test_words_of_one_alphabet_and_emoji_stay() -> None:
    for text in ("iPhone", "ХҚКО", "KZ84", "👨‍👩‍👧 отбасы", "e-mail поште"):
        assert one_alphabet(text) == text
    assert parse_text("👨‍👩‍👧 отбасы") == "👨‍👩‍👧 отбасы"

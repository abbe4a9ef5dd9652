"""Dates, sums and e-mail addresses as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.typed_dates import When, parse_date
from bot.domain.errors import InvalidInput
from bot.domain.money import parse_money
from bot.domain.people.contacts import parse_email
from tests.support.slips import slip

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    ["23.11.2026", "23 11 26", "23/11/2026", "23-11-26", "23112026", "2026-11-23", " 23.11.2026 ж.", "23.11.26г"],
)
def test_one_date_in_many_spellings(typed: str) -> None:
    assert parse_date(typed, today=TODAY) == TODAY


@pytest.mark.parametrize(
    "typed",
    [
        "15 маусым 1985",
        "15 Маусымда 1985 ж.",
        "1985 жылғы 15 маусым",
        "1985 ж. 15 маусым",
        "15 mausym 1985",
        "15 июня 1985 года",
        "15 июн. 1985",
        "15июня 1985г.",
    ],
)
def test_a_month_in_words_in_either_language(typed: str) -> None:
    assert parse_date(typed, today=TODAY, when=When.NOT_FUTURE) == date(1985, 6, 15)


@pytest.mark.parametrize(
    ("typed", "when", "day"),
    [
        ("5.6.85", When.NOT_FUTURE, date(1985, 6, 5)),
        ("23.11.26", When.NOT_FUTURE, date(2026, 11, 23)),
        ("24.11.26", When.NOT_FUTURE, date(1926, 11, 24)),
        ("1.1.27", When.NOT_PAST, date(2027, 1, 1)),
    ],
)
def test_the_century_of_a_short_year_follows_the_question(typed: str, when: When, day: date) -> None:
    assert parse_date(typed, today=TODAY, when=when) == day


@pytest.mark.parametrize(
    ("typed", "when", "code"),
    [
        ("ертең", When.ANY, "date-format"),
        ("", When.ANY, "date-format"),
        ("23.11", When.ANY, "date-format"),
        ("23.11.226", When.ANY, "date-format"),
        ("15 сенбі 1985", When.ANY, "date-format"),
        ("31 қараша 2026", When.ANY, "date-impossible"),
        ("٢٣.11.2026", When.ANY, "date-format"),
        ("31.02.2026", When.ANY, "date-impossible"),
        ("11.23.2026", When.ANY, "date-impossible"),
        ("2026-00-10", When.ANY, "date-impossible"),
        ("31.12.1899", When.ANY, "date-too-old"),
        ("24.11.2026", When.NOT_FUTURE, "date-in-future"),
        ("22.11.2026", When.NOT_PAST, "date-in-past"),
    ],
)
def test_each_slip_in_a_date_has_its_own_code(typed: str, when: When, code: str) -> None:
    assert slip(parse_date, typed, today=TODAY, when=when) == code


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_date_survives_being_written(day: date) -> None:
    assert parse_date(f"{day:%d.%m.%Y}", today=TODAY) == day
    assert parse_date(day.isoformat(), today=TODAY) == day


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("42500", 42_500),
        ("42 500", 42_500),
        ("42\u00a0500,00 ₸", 42_500),
        ("42.500", 42_500),
        ("42,500", 42_500),
        ("42500тг", 42_500),
        ("42 500 теңге", 42_500),
        ("42,5 мың", 42_500),
        ("42.5мын тг", 42_500),
        ("42,5 тыс.", 42_500),
        ("42 тысячи тенге", 42_000),
        ("1 млн", 1_000_000),
        ("1,25 млн тг", 1_250_000),
        ("1 234 567", 1_234_567),
        ("1.500 мың", 1_500),
        ("0", 0),
    ],
)
def test_sums_as_people_type_them(typed: str, amount: int) -> None:
    assert parse_money(typed) == amount


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "money-format"),
        ("көп", "money-format"),
        ("42 50", "money-format"),
        ("42500$", "money-format"),
        ("٤٢", "money-format"),
        ("1,2,3", "money-format"),
        ("-500", "money-negative"),
        ("100,50", "money-whole"),
        ("1000000001", "money-range"),
        ("1" * 400, "money-range"),
    ],
)
def test_each_slip_in_a_sum_has_its_own_code(typed: str, code: str) -> None:
    assert slip(parse_money, typed) == code


def test_a_sum_may_have_its_own_bounds() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_money("5", minimum=10, maximum=20)
    assert caught.value.params == {"min": 10, "max": 20}


@given(st.integers(0, 10**9))
def test_every_sum_survives_being_written_with_spaces(amount: int) -> None:
    assert parse_money(f"{amount:,}".replace(",", " ")) == amount
    assert parse_money(f"{amount} тг") == amount


@pytest.mark.parametrize(
    ("typed", "address"),
    [("Aliya.N@Mail.KZ", "Aliya.N@mail.kz"), (" a+b@x-y.example ", "a+b@x-y.example"), ("mailto:a@b.kz", "a@b.kz")],
)
def test_good_addresses(typed: str, address: str) -> None:
    assert parse_email(typed) == address


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "email-format"),
        ("aliya", "email-format"),
        ("a@b", "email-format"),
        ("a b@c.kz", "email-format"),
        (".a@b.kz", "email-format"),
        ("a@-b.kz", "email-format"),
        ("a@b..kz", "email-format"),
        ("әлия@mail.kz", "email-cyrillic"),
        ("a@b.кз", "email-cyrillic"),
        ("a" * 250 + "@b.kz", "email-length"),
    ],
)
def test_each_slip_in_an_address_has_its_own_code(typed: str, code: str) -> None:
    assert slip(parse_email, typed) == code

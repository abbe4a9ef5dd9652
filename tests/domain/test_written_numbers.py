"""Numbers written in words are read where a number is asked for."""

from datetime import date

import pytest

from bot.domain.calendar.written_numbers import with_digits
from bot.domain.eligibility.typed_ages import parse_children
from bot.domain.money import parse_money


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("шестьдесят тысяч", "60000"),
        ("жүз елу мың", "150000"),
        ("екі жүз мың теңге", "200000 теңге"),
        ("нас пятеро", "нас 5"),
        ("бесеуміз", "5"),
        ("двадцать один", "21"),
        ("он екі", "12"),
        ("60 тысяч", "60 тысяч"),
        ("сегодня в семье", "сегодня в семье"),
    ],
)
def test_words_of_numbers_become_digits(typed: str, read: str) -> None:
    assert with_digits(typed) == read


def test_sums_and_ages_are_read_in_words() -> None:
    assert parse_money("алпыс мың теңге") == parse_money("шестьдесят тысяч") == 60_000
    assert parse_children("үш бес он екі", today=date(2026, 12, 1)) == [3, 5, 12]

"""Typed words stand for the choice they name, and for nothing when they name several or none (product X2)."""

from datetime import date

import pytest

from bot.free_text.choices import Choice, Closeness, named

_CHOICES = (
    ("✅ Иә, бұрын алғанмын", "yes"),
    ("🆕 Жоқ, бірінші рет", "first"),
    ("Алматы", "city"),
    ("Алматы облысы", "region"),
    ("Семей", "semey"),
    ("17:30", "half"),
    ("17:45", "later"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Жоқ, бірінші рет", "first"),
        ("жок", "first"),
        ("joq birinshi ret", "first"),
        ("ИӘ", "yes"),
        ("Алматы", "city"),
        ("almaty oblysy", "region"),
        ("Semei", "semey"),
        ("17:30", "half"),
        ("17.45", "later"),
        ("17", None),
        ("Шымкент", None),
        ("👍", None),
        ("", None),
    ],
)
def test_typed_words_name_one_choice_or_none(typed: str, meant: str | None) -> None:
    found = named(typed, [Choice(data, (label,)) for label, data in _CHOICES], date(2026, 12, 1))
    assert found.data[0] == meant if meant else found.closeness is not Closeness.SURE

"""Typed words stand for the choice they name, and for nothing when they name several or none (product X2)."""

import pytest

from dialogs.widgets.typed_press import named_choice

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
    ("typed", "named"),
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
def test_typed_words_name_one_choice_or_none(typed: str, named: str | None) -> None:
    assert named_choice(typed, _CHOICES) == named

"""The guides as data: both languages, one screen, a day and a source; a wrong file is named."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.guide import Guide
from bot.domain.programme import BothLanguages
from bot.guides import GUIDES, GuideError, find_guide, load_guides

ONE_SCREEN = 600
every_guide = pytest.mark.parametrize("guide", load_guides(), ids=lambda guide: guide.id)


def _words(guide: Guide) -> list[BothLanguages]:
    return [guide.title, guide.answer, *guide.steps, *([guide.changed] if guide.changed else []), guide.source]


@every_guide
def test_a_guide_fits_a_screen_and_its_title_a_button(guide: Guide) -> None:
    for language in ("kk", "ru"):
        assert len(getattr(guide.title, language)) <= 40
        assert len(getattr(guide.answer, language)) <= ONE_SCREEN
        assert sum(len(getattr(step, language)) for step in guide.steps) <= 2 * ONE_SCREEN
    assert guide.steps


@every_guide
def test_each_language_is_written_in_its_own_letters(guide: Guide) -> None:
    for words in _words(guide):
        assert not re.search("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", words.ru), words.ru
        assert words.kk != words.ru or not re.search("[а-яё]{3}", words.kk), words.kk


@every_guide
def test_a_guide_does_not_speak_for_a_day_to_come(guide: Guide) -> None:
    assert date(2020, 1, 1) <= guide.as_of <= date(2026, 11, 22)


def test_guides_stand_in_their_order_under_their_own_names() -> None:
    assert [guide.place for guide in load_guides()] == list(range(1, len(load_guides()) + 1))
    assert find_guide("complaint") in load_guides()
    assert find_guide("nothing") is None


@pytest.mark.parametrize(
    ("change", "told"),
    [({"mark": "C"}, "mark"), ({"source": None}, "source"), ({"id": "another"}, "its id is another"), ({"x": 1}, "x")],
)
def test_a_wrong_file_is_named(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    good = json.loads((GUIDES / "complaint.json").read_text(encoding="utf-8"))
    (tmp_path / "complaint.json").write_text(json.dumps({**good, **change}), encoding="utf-8")
    with pytest.raises(GuideError, match=rf"(?s)complaint\.json: .*{told}"):
        load_guides(tmp_path)

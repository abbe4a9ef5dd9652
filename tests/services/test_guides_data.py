"""The guides and quizzes as data: both languages, one screen, a day and a source; a wrong file is named."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.guides.guide import MCI, TOPICS, Guide
from bot.domain.guides.quiz import Quiz
from bot.domain.payments.programmes import BothLanguages
from bot.services.guides.library import GUIDES, QUIZZES, GuideError, find_guide, find_quiz, load_guides, load_quizzes
from bot.texts import TextRef, shipped_texts
from dialogs.free_text.intents import INTENTS, link_of
from dialogs.guides.leading import label_of

every_guide = pytest.mark.parametrize("guide", load_guides(), ids=lambda guide: guide.id)


every_quiz = pytest.mark.parametrize("quiz", load_quizzes(), ids=lambda quiz: quiz.id)


def _words(guide: Guide) -> list[BothLanguages]:
    every = [guide.title, guide.answer, *guide.steps, *guide.bring, guide.fee, guide.term, guide.changed, guide.source]
    return [words for words in every if words]


def _words_of(quiz: Quiz) -> list[BothLanguages]:
    asked = [words for each in quiz.questions.values() for words in (each.text, *(one.text for one in each.options))]
    return [quiz.title, *asked, *(result.text for result in quiz.results.values()), quiz.source]


@every_guide
def test_each_language_is_written_in_its_own_letters(guide: Guide) -> None:
    _in_its_letters(_words(guide))


@every_quiz
def test_each_language_of_a_quiz_is_written_in_its_own_letters(quiz: Quiz) -> None:
    _in_its_letters(_words_of(quiz))


def _in_its_letters(every: list[BothLanguages]) -> None:
    for words in every:
        assert not re.search("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]", words.ru), words.ru
        assert words.kk != words.ru or not re.search("[а-яё]{3}", words.kk), words.kk


@every_guide
def test_a_guide_does_not_speak_for_a_day_to_come(guide: Guide) -> None:
    assert date(2020, 1, 1) <= guide.as_of <= date(2026, 11, 22)


@every_guide
def test_fees_are_told_in_mci_the_same_in_both_languages(guide: Guide) -> None:
    for words in _words(guide):
        assert sorted(MCI.findall(words.kk)) == sorted(MCI.findall(words.ru))
        assert "{" not in MCI.sub("", words.kk + words.ru)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_everything_a_guide_or_quiz_leads_to_is_there(language: str) -> None:
    texts = shipped_texts()
    leads = {link for guide in load_guides() for link in guide.actions}
    leads |= {link for quiz in load_quizzes() for result in quiz.results.values() for link in result.actions}
    for link in leads:
        label = label_of(link, language)
        assert texts.plain(language, label.key) if isinstance(label, TextRef) else label


def test_every_intent_that_is_answered_by_a_guide_has_one() -> None:
    guides = {link_of(intent) for intent in INTENTS if link_of(intent).startswith("guide")}
    assert "guide" not in guides


def test_no_topic_is_empty_or_longer_than_a_screen() -> None:
    for topic in TOPICS:
        assert 1 <= sum(guide.topic == topic for guide in load_guides()) <= 8


def test_guides_stand_in_their_order_under_their_own_names() -> None:
    assert [guide.place for guide in load_guides()] == list(range(1, len(load_guides()) + 1))
    assert find_guide("complaint") in load_guides()
    assert find_guide("nothing") is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"mark": "C"}, "mark"),
        ({"source": None}, "source"),
        ({"id": "another"}, "its id is another"),
        ({"x": 1}, "x"),
        ({"title": {"kk": "ұ" * 41, "ru": "а"}}, "title.kk is longer than 40"),
        ({"answer": {"kk": "а", "ru": "а" * 601}}, "answer.ru is longer than 600"),
        ({"review_by": "2020-01-01"}, "review_by is not after as_of"),
        ({"link": "http://egov.kz"}, "link"),
        ({"as_of": "31.12.2025"}, "as_of"),
        ({"steps": []}, "steps"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    good = json.loads((GUIDES / "complaint.json").read_text(encoding="utf-8"))
    (tmp_path / "complaint.json").write_text(json.dumps({**good, **change}), encoding="utf-8")
    with pytest.raises(GuideError, match=rf"(?s)complaint\.json: .*{told}"):
        load_guides(tmp_path)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["come", "nowhere"], "no question or result called nowhere"),
        (["when", "why"], "the answers lead in a circle: why → why"),
        (["when", "when"], "no answer leads to come"),
    ],
)
def test_a_quiz_that_leads_nowhere_is_named(tmp_path: Path, options: list[str], told: str) -> None:
    quiz = json.loads((QUIZZES / "identity-card.json").read_text(encoding="utf-8"))
    asked = quiz["questions"]["why"]["options"][:2]
    quiz["questions"]["why"]["options"] = [{**one, "to": to} for one, to in zip(asked, options, strict=True)]
    (tmp_path / "identity-card.json").write_text(json.dumps(quiz), encoding="utf-8")
    with pytest.raises(GuideError, match=rf"(?s)identity-card\.json: .*{told}"):
        load_quizzes(tmp_path)


def test_quizzes_are_found_by_name() -> None:
    assert find_quiz("grocery-set") in load_quizzes()
    assert find_quiz("nothing") is None

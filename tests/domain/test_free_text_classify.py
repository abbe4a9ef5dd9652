"""How typed phrases are read: the model belongs to its phrases, the goals hold, nothing is guessed where it hurts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.intents import PARTS, held_back
from bot.free_text import classify
from bot.free_text.classify import OPPOSITE, Sureness, read
from bot.free_text.concepts import anchors
from bot.free_text.model import load_model
from bot.free_text.phrases import OUTSIDE, digest


def test_the_model_was_made_from_the_phrases_that_are_kept() -> None:
    assert load_model().made_from == digest(), "run `python -m bot.free_text train`"


def test_every_intent_has_what_it_must_be_about() -> None:
    assert set(load_model().intents) - {OUTSIDE, "greeting"} == set(anchors())


@pytest.mark.parametrize("part", PARTS)
def test_phrases_nobody_trained_on_are_read_as_well_as_promised(part: str) -> None:
    score, _ = held_back(part)
    assert score.first / score.inside >= 0.95
    assert score.offered / score.inside >= 0.99
    assert score.sure / score.inside >= 0.80
    assert score.sure_wrong == 0
    assert score.outside_sure / score.outside <= 0.02


STRANGE = ("сдать машину в металлолом", "права кесіп алды", "тест на беременность", "жер алу кезегі")


@pytest.mark.parametrize("phrase", STRANGE)
def test_a_word_of_another_world_is_never_sure(phrase: str) -> None:
    assert read(phrase).sureness is not Sureness.SURE


def test_without_the_gate_words_of_another_world_would_be_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: what stands behind the model is what keeps it quiet."""
    monkeypatch.setattr(classify, "_anchored", lambda _intent, _typed: True)
    assert any(read(phrase).sureness is Sureness.SURE for phrase in ("машина эвакуатор", *STRANGE, "отменить заказ"))


@pytest.mark.parametrize(
    "phrase", ["кезек керек емес", "не хочу записываться в цон", "отменить или перенести запись в цон"]
)
def test_nothing_is_sure_between_booking_moving_and_cancelling(phrase: str) -> None:
    found = read(phrase)
    assert found.sureness is not Sureness.SURE or found.intents[0] not in OPPOSITE - {"tson_cancel"}


@given(st.text(max_size=700))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = read(text)
    assert len(found.intents) == len(set(found.intents)) <= 3
    assert (found.sureness is Sureness.NONE) == (not found.intents)


@given(st.sampled_from(["цонға кезек алғым келеді", "я хочу подать на асп", "42500 теңге қашан түседі"]), st.data())
def test_capitals_spaces_and_stops_change_nothing(phrase: str, data: st.DataObject) -> None:
    noisy = "".join(data.draw(st.sampled_from((letter, letter.upper()))) for letter in phrase).replace(" ", "  ")
    assert read(f" {noisy}!!! ") == read(phrase)

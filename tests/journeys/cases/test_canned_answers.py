"""Ready answers and words taken back, as the clerk and the person see them, in both languages."""

import re
from pathlib import Path

import pytest
from aiogram.types import Message

from bot.domain.cases.case import Case
from bot.services.cases.messages import canned_answers as canned
from bot.services.cases.messages.canned_answers import CannedError, canned_answers
from bot.texts import TextRef
from tests.support.cases.journeys import PATIENCE, Office, card_says, events_of, open_office, photo, submitted
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
TWO_DAYS = 49 * 3600


async def _taken(world: World, language: str) -> tuple[Office, Reader, Reader, Case]:
    office = await open_office(world, "ru" if language == "kk" else "kk")
    citizen = await world.citizen(CITIZEN, language)
    case = await submitted(world.app.services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    return office, clerk, citizen, case


async def test_a_ready_answer_goes_in_the_persons_language(world: World, language: str) -> None:
    office, clerk, citizen, case = await _taken(world, language)
    answer = canned_answers()["no-answer"]
    await clerk.presses("staff-button-answers")
    await clerk.sees("staff-canned", code=case.code)
    await clerk.actor.presses(re.compile(re.escape(getattr(answer.title, office.language))))
    await citizen.actor.sees(getattr(answer.text, language), timeout=PATIENCE)
    await clerk.actor.sees(getattr(answer.text, office.language))
    assert (await events_of(world, case))[-1] == "word"
    await office.clerk().says("/answers")
    await office.clerk().sees("staff-canned-how")


async def test_the_list_is_edited_without_code_and_a_broken_one_is_told(
    world: World, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    path = tmp_path / "canned.toml"
    monkeypatch.setattr(canned.canned_answers, "__defaults__", (path,))
    path.write_text(
        '[[answer]]\nid = "new"\ntitle = { kk = "Жаңа", ru = "Новый" }\ntext = { kk = "Мәтін", ru = "Текст" }\n'
    )
    await clerk.says("/answers")
    await clerk.sees("staff-canned", code=case.code)
    await clerk.actor.presses(re.compile("Жаңа|Новый"))
    await citizen.actor.sees("Мәтін" if language == "kk" else "Текст", timeout=PATIENCE)
    path.write_text('[[answer]]\nid = "new"\ntitle = { kk = "Жаңа" }\n')
    await clerk.says("/answers")
    await clerk.actor.sees("title.ru")


async def test_words_taken_back_are_gone_with_their_correction(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    word = await clerk.says("Қате мәтін <1>")
    await citizen.actor.sees("Қате мәтін <1>", timeout=PATIENCE)
    await clerk.actor.edits(word, "Түзетілген мәтін <2>")
    await citizen.actor.sees("Түзетілген мәтін <2>", timeout=PATIENCE)
    await clerk.actor.replies_to(word, "/withdraw")
    await clerk.sees("staff-word-withdrawn")
    await citizen.actor.loses("Түзетілген мәтін <2>", timeout=PATIENCE)
    await citizen.actor.loses("Қате мәтін <1>", timeout=PATIENCE)
    await clerk.actor.replies_to(word, "/withdraw")
    await clerk.sees("refusal-word-withdrawn")
    await clerk.says("/withdraw")
    await clerk.sees("refusal-withdraw-how")
    told = await events_of(world, case)
    assert told[-3:] == ["word", "word_corrected", "word_withdrawn"]


async def test_words_taken_back_do_not_return_by_an_edit(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    word = await clerk.says("Қате мәтін <1>")
    await citizen.actor.sees("Қате мәтін <1>", timeout=PATIENCE)
    await clerk.actor.replies_to(word, "/withdraw")
    await citizen.actor.loses("Қате мәтін <1>", timeout=PATIENCE)
    await clerk.actor.edits(word, "Тағы да қате <2>")
    await clerk.sees("refusal-word-withdrawn")
    assert (await events_of(world, case))[-1] == "word_withdrawn"


async def test_words_too_old_to_delete_are_marked(world: World, language: str) -> None:
    _office, clerk, citizen, _case = await _taken(world, language)
    word = await clerk.says("Ескі сөз")
    await citizen.actor.sees("Ескі сөз", timeout=PATIENCE)
    await world.settles()
    world.simulator.world.clock.advance(TWO_DAYS)
    await clerk.actor.replies_to(word, "/withdraw")
    await citizen.sees("case-word-withdrawn", timeout=PATIENCE)


async def test_an_edit_into_a_note_or_a_command_is_no_correction(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    word = await clerk.says("Қате мәтін <1>")
    await citizen.actor.sees("Қате мәтін <1>", timeout=PATIENCE)
    for text in ("// өзімізге", ".өзімізге", "/reshoot анық емес"):
        await clerk.actor.edits(word, text)
        await world.settles()
    told = [message for message in clerk.actor.from_bot() if message.text == clerk.words("refusal-edit-unsays")]
    assert len(told) == 3
    assert (await events_of(world, case)).count("word_corrected") == 0


async def _prompted(clerk: Reader, case: Case) -> Message:
    """Press until the words of a question are asked for."""
    await clerk.presses("staff-button-ask")
    await clerk.presses("staff-item-income")
    return await clerk.sees("staff-ask-prompt", code=case.code, item=TextRef("staff-item-income"))


async def test_an_edited_question_reaches_the_person(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    prompt = await _prompted(clerk, case)
    asked = await clerk.actor.replies_to(prompt, "Шілдеде қанша?")
    await citizen.actor.sees("Шілдеде қанша?", timeout=PATIENCE)
    await clerk.actor.edits(asked, "Тамызда қанша?")
    await citizen.actor.sees("Тамызда қанша?", timeout=PATIENCE)
    await clerk.actor.edits(asked, "// өзімізге")
    await clerk.sees("refusal-question-unsays")
    await clerk.actor.replies_to(asked, "/withdraw")
    await world.settles()
    refused = [each for each in clerk.actor.from_bot() if each.text == clerk.words("refusal-question-unsays")]
    assert len(refused) == 2
    await citizen.presses("case-button-answer")
    await citizen.actor.sees("Тамызда қанша?")
    await citizen.says("60 000")
    await clerk.actor.sees("60 000", timeout=PATIENCE)
    await clerk.actor.edits(asked, "Қыркүйекте қанша?")
    await clerk.sees("refusal-question-over")
    assert (await events_of(world, case)).count("ask_corrected") == 1


async def test_an_answer_typed_past_the_button_goes_by_one_press(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    await clerk.actor.replies_to(await _prompted(clerk, case), "Шілдеде қанша?")
    await citizen.actor.sees("Шілдеде қанша?", timeout=PATIENCE)
    await citizen.actor.sends_photo(photo(5))
    await citizen.sees("stray-question", code=case.code)
    typed = await citizen.says("Шілдеде алпыс мың теңге таптым")
    await citizen.sees("stray-question", code=case.code)
    await citizen.presses("case-button-say")
    await citizen.sees("case-reply-taken")
    about = TextRef("staff-item-income")
    await clerk.sees("staff-answer", timeout=PATIENCE, code=case.code, about=about, text=typed.text or "")
    await citizen.actor.edits(typed, "Шілдеде жетпіс мың")
    await citizen.sees("case-edit-taken")
    await clerk.sees("staff-answer-corrected", timeout=PATIENCE, code=case.code, text="Шілдеде жетпіс мың")


async def test_a_photo_in_answer_to_a_prompt_is_not_swallowed(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    prompt = await _prompted(clerk, case)
    await clerk.actor.sends_photo(photo(70), caption="Осы не?", reply_to=prompt)
    await clerk.sees("error-staff-words-only")
    await world.settles()
    assert not [message for message in citizen.actor.from_bot() if message.photo]
    assert "ask" not in await events_of(world, case)


async def test_a_caption_too_long_is_told_and_not_cut(world: World, language: str) -> None:
    _office, clerk, _citizen, case = await _taken(world, language)
    await clerk.actor.sends_photo(photo(70), caption="сөз " * 200)
    await clerk.sees("error-text-long", max=600, length=799)
    assert (await events_of(world, case))[-1] == "check"


def test_the_list_shipped_is_right_and_wrong_ones_say_where(tmp_path: Path) -> None:
    assert len(canned_answers()) >= 5
    path = tmp_path / "a.toml"
    entry = '[[answer]]\nid = "one"\ntitle = { kk = "Ә", ru = "А" }\ntext = { kk = "Ә", ru = "А" }\n'
    for wrong, said in ((entry + entry, "one id"), (entry.replace('"А" }', '"" }'), "title.ru"), ("[[", "at end")):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(CannedError, match=said):
            canned_answers(path)


async def test_what_staff_write_to_each_other_under_a_photo_stays_theirs(world: World, language: str) -> None:
    _office, clerk, citizen, case = await _taken(world, language)
    await clerk.actor.sends_photo(photo(70), caption="// похоже на подделку")
    await clerk.actor.sends_album([photo(71), photo(72)], caption=".ішкі жазба")
    await world.settles()
    assert not [message for message in citizen.actor.from_bot() if message.photo]
    assert (await events_of(world, case))[-1] == "check"
    await clerk.actor.sends_photo(photo(73), caption="Осы нұсқаулықты оқыңыз")
    await citizen.actor.sees(lambda message: bool(message.photo), timeout=PATIENCE)

"""Words to the person: no news without a change, taken back from whoever has them, gone from the person's file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.cases.case import Case, Event
from bot.domain.errors import Refusal
from bot.services.cases.messages.send_message import correct_message, retract_message, send_message_to_citizen
from bot.services.cases.questions.asking import correct_question
from bot.services.cases.viewing.for_person import for_the_person
from storage.cases import cases, questions
from storage.engine import outbox
from storage.engine.outbox import SentMessage, sent_messages
from tests.support.cases.journeys import OTHER, OWNER
from tests.support.cases.services import CHAT, CITIZEN, ask, enqueued, forwarded, open_case_harness, take
from tests.support.payments.services import Harness

WORD = "word-1"
SAID, SAID_ANEW = "case-word", "case-word-corrected"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


@pytest.fixture
async def case(harness: Harness) -> Case:
    """Taken, with «Қате» said in it."""
    taken = await forwarded(harness)
    await take(harness, taken)
    await send_message_to_citizen(harness.services, key=WORD, **_by(taken), text="Қате", message=(CHAT, 50))
    return taken


def _by(case: Case, actor: int = OWNER) -> dict[str, int]:
    return {"application_id": case.id, "actor": actor}


async def _correct(harness: Harness, case: Case, key: str, text: str) -> None:
    await correct_message(harness.services, key=key, **_by(case), text=text, word=WORD, message=(CHAT, 50))


async def _told(harness: Harness, *keys: str) -> list[str]:
    return [key for chat_id, key in await enqueued(harness) if chat_id == CITIZEN and key in keys]


async def _history(harness: Harness, case: Case) -> list[Event]:
    async with harness.services.db.read() as reader:
        return await cases.history(reader, harness.services.encryption, case)


async def test_an_edit_that_changes_nothing_is_no_news(harness: Harness, case: Case) -> None:
    for key, text in (("1", "Қате"), ("2", "Дұрыс"), ("3", "Дұрыс"), ("4", "Қате")):
        await _correct(harness, case, key, text)
    assert await _told(harness, SAID, SAID_ANEW) == [SAID, SAID_ANEW, SAID_ANEW]


async def test_words_are_taken_back_in_the_chat_that_got_them(harness: Harness, case: Case) -> None:
    await _correct(harness, case, "2", "Дұрыс")
    rows = await harness.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE '%:word:%' ORDER BY id")
    await harness.services.db.run([outbox.sent(row["id"], 70 + n, n) for n, row in enumerate(rows)])
    # Taken over since: the case is another user's, the words are where they were.
    await harness.welcome(OTHER)
    await harness.services.db.run([("UPDATE application SET made_by = ? WHERE id = ?", (OTHER, case.id))])
    async with harness.services.db.read() as reader:
        copies = await sent_messages(reader, f"case:{case.id}:word:{WORD}")
    assert copies == [SentMessage(CITIZEN, 70, 0), SentMessage(CITIZEN, 71, 1)]


async def test_words_of_over_a_month_ago_are_not_said_to_be_taken_back(harness: Harness, case: Case) -> None:
    harness.clock.move(days=31)
    await harness.services.db.run([("UPDATE outbox SET state = 'sent'", ())])
    await outbox.expire_old(harness.services.db, harness.services.now)
    with pytest.raises(Refusal, match="word-old"):
        await retract_message(harness.services, key="w", **_by(case), word=WORD)
    assert "word_withdrawn" not in [event.type for event in await _history(harness, case)]


async def test_the_persons_file_has_nothing_of_words_taken_back(harness: Harness, case: Case) -> None:
    await _correct(harness, case, "2", "Тағы қате")
    await send_message_to_citizen(harness.services, key="word-2", **_by(case), text="Дұрыс", message=(CHAT, 51))
    await retract_message(harness.services, key="w", **_by(case), word=WORD)
    events = await _history(harness, case)
    assert [event.payload["text"] for event in events if "word" in event.payload and "text" in event.payload] == [
        "Қате",
        "Тағы қате",
        "Дұрыс",
    ]
    shown = for_the_person(events)
    assert [event.payload["text"] for event in shown if event.type.startswith("word") and "text" in event.payload] == [
        "Дұрыс"
    ]
    assert "word_withdrawn" in [event.type for event in shown]


async def test_an_edited_question_asks_anew_until_it_is_answered(harness: Harness, case: Case) -> None:
    await ask(harness, case)
    row = await harness.services.db.one("SELECT id FROM question")
    assert row is not None
    new = {"question_id": row["id"], "staff_message": 9}
    for key, text in (("1", "Сколько?"), ("2", "Сколько за август?"), ("3", "Сколько за август?")):
        await correct_question(harness.services, key=key, **_by(case), **new, text=text)
    asked = ["case-question", "case-question-corrected"]
    assert await _told(harness, *asked) == asked
    async with harness.services.db.read() as reader:
        waiting = await questions.find_open(reader, harness.services.encryption, case)
    assert waiting is not None
    assert waiting.text == "Сколько за август?"
    with pytest.raises(Refusal, match="case-not-yours"):
        await correct_question(harness.services, key="4", **_by(case, OTHER), **new, text="Что?")
    await ask(harness, case, key="another")
    with pytest.raises(Refusal, match="question-over"):
        await correct_question(harness.services, key="5", **_by(case), **new, text="Что?")
    # A preview of a link also comes as an edit.
    await correct_question(harness.services, key="6", **_by(case), **new, text="Сколько за август?")


async def test_words_taken_back_before_they_went_out_never_go(harness: Harness, case: Case) -> None:
    await _correct(harness, case, "2", "Тағы қате")
    await retract_message(harness.services, key="w", **_by(case), word=WORD)
    assert await _told(harness, SAID, SAID_ANEW) == []
    rows = await harness.services.db.all("SELECT state FROM outbox WHERE dedupe_key LIKE '%:word:%'")
    assert [row["state"] for row in rows] == ["cancelled"] * 2


async def test_words_that_nobody_was_told_are_taken_back_from_the_file(harness: Harness, case: Case) -> None:
    await harness.services.db.run([("UPDATE application SET client_id = 0 WHERE id = ?", (case.id,))])
    await send_message_to_citizen(harness.services, key="word-2", **_by(case), text="Ешкімге", message=(CHAT, 51))
    await retract_message(harness.services, key="w", **_by(case), word="word-2")
    assert "Ешкімге" not in [event.payload.get("text") for event in for_the_person(await _history(harness, case))]

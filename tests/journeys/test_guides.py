"""Guides: the list, an answer with its day and source, the steps, the way on; and the hub of one's own requests."""

import re

from bot.domain.guides.guide import MCI, TOPICS
from bot.domain.guides.quiz import Quiz
from bot.domain.payments.programmes import BothLanguages
from bot.services.calendar import today
from bot.services.guides.library import find_guide, find_quiz, load_guides, load_quizzes
from bot.services.guides.review import remind_to_review
from bot.services.guides.steps import ticked_steps
from bot.texts import LocalDate, Money, TextRef
from tests.support.cases.journeys import PATIENCE
from tests.support.world import ADMIN, Reader, World

MCI_2026 = 4_325
(BIRTH,) = (guide for guide in load_guides() if guide.id == "birth")


def _told(person: Reader, words: BothLanguages) -> str:
    """Return what is read: amounts of 2026 in place of МРП."""

    def amount(found: re.Match[str]) -> str:
        return person.words(
            "guide-mci", amount=Money(round(float(found[1]) * MCI_2026)), mci=found[1].replace(".", ",")
        )

    return MCI.sub(amount, str(getattr(words, person.language)))


async def test_every_guide_is_read_from_the_menu(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.presses("menu-guides")
    for topic in TOPICS:
        await person.sees("guides-topics")
        await person.presses(f"guides-topic-{topic}")
        for guide in (each for each in load_guides() if each.topic == topic):
            await person.sees("guides-list", topic=TextRef(f"guides-topic-{topic}"))
            title = getattr(guide.title, language)
            await person.actor.presses(title)
            answer = (await person.sees("guide-answer", title=title, answer=_told(person, guide.answer))).text or ""
            source = person.words("guide-source", as_of=LocalDate.of(guide.as_of), source=_told(person, guide.source))
            assert source.strip() in answer
            for words in (guide.fee, guide.term, guide.changed):
                assert words is None or _told(person, words) in answer
            await person.presses("guide-steps-button")
            steps = (await person.actor.sees("1. ")).text or ""
            assert all(_told(person, words) in steps for words in (*guide.steps, *guide.bring))
            await person.presses("button-back")
            await person.sees("guide-answer", title=title, answer=_told(person, guide.answer))
            await person.presses("button-back")
        await person.presses("button-back")


async def test_ticked_steps_are_remembered(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.opens("guide_birth")
    await person.presses("guide-steps-button")
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    await person.actor.presses("☐ 2")
    await person.actor.sees("✅ ")
    await world.telegram.faults([])
    await person.says("/menu")
    await person.actor.opens("guide_birth")
    await person.presses("guide-steps-button")
    await person.actor.sees("✅ ")
    for number in (1, 3, 4):
        await person.actor.presses(f"☐ {number}")
        await person.actor.sees(f"✅ {getattr(BIRTH.steps[number - 1], language)}")
    await person.sees("guide-finished")
    await person.actor.presses("✅ 2")
    await person.actor.sees("2. ")
    assert await ticked_steps(world.app.services, 501, "birth") == {1, 3, 4}


async def test_a_guide_past_its_review_says_so_and_the_administrator_hears_once(world: World, language: str) -> None:
    person, boss = await world.citizen(501, language), await world.citizen(ADMIN, language)
    await person.actor.opens("guide_birth")
    await person.actor.sees(getattr(BIRTH.title, language))
    assert person.words("guide-stale").strip() not in person.actor.transcript()
    await world.telegram.advance(seconds=200 * 86_400)
    await person.actor.opens("guide_birth")
    await person.sees("guide-stale")
    for _ in range(2):
        await remind_to_review(world.app.services)
    due = [guide for guide in load_guides() if guide.review_by and guide.review_by <= today(world.app.services.now)]
    assert BIRTH in due
    files = ", ".join(f"{name}.json" for name in sorted(guide.id for guide in due))
    await boss.sees("guide-review", count=len(due), files=files, timeout=PATIENCE)
    assert len(await world.app.services.db.all("SELECT id FROM outbox WHERE dedupe_key LIKE 'guide-review:%'")) == 1


def _ways(quiz: Quiz, at: str) -> list[list[int]]:
    """Return every way through a quiz, as the places of the answers."""
    if at in quiz.results:
        return [[]]
    return [[place, *way] for place, one in enumerate(quiz.questions[at].options) for way in _ways(quiz, one.to)]


async def test_every_way_through_every_quiz_ends_in_its_result(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    for quiz in load_quizzes():
        for way in _ways(quiz, quiz.start):
            await person.actor.opens(f"quiz_{quiz.id}")
            at = quiz.start
            for place in way:
                await person.actor.sees(getattr(quiz.questions[at].text, language))
                option = quiz.questions[at].options[place]
                await person.actor.presses(getattr(option.text, language))
                at = option.to
            await person.actor.sees(getattr(quiz.results[at].text, language))
    for at in reversed(("who", "adult-aid", "adult-disabled", "july")):
        await person.presses("button-back")
        await person.actor.sees(getattr(quiz.questions[at].text, language))
    await person.presses("button-back")
    await person.sees("guides-quizzes-list")


async def test_a_quiz_leads_on(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/guides")
    await person.presses("guides-quizzes")
    quiz = find_quiz("online-or-come")
    assert quiz is not None
    await person.actor.presses(getattr(quiz.title, language))
    await person.actor.presses(getattr(quiz.questions["what"].options[0].text, language))
    signature = find_guide("signature")
    assert signature is not None
    await person.actor.presses(f"📚 {getattr(signature.title, language)}")
    await person.actor.sees(_told(person, signature.answer))


async def test_a_guide_offers_what_it_is_about_and_nothing_else(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.opens("guide_tson-booking")
    guide = find_guide("tson-booking")
    assert guide is not None
    shown = await person.actor.sees(getattr(guide.title, language))
    buttons = (
        [button.text for row in shown.reply_markup.inline_keyboard for button in row] if shown.reply_markup else []
    )
    assert person.words("guide-book") in buttons
    assert person.words("guide-payment") not in buttons


async def test_a_link_to_a_guide_that_is_no_more_shows_the_list(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.opens("guide_nothing")
    await person.sees("guides-topics")


async def test_the_command_and_a_stray_word(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/guides")
    await person.sees("guides-topics")
    await person.says("?")
    await person.sees("typed-unknown")


async def test_my_requests_lead_to_each_kind(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.presses("menu-requests")
    hub = await person.sees("requests-list")
    buttons = [button.text for row in hub.reply_markup.inline_keyboard for button in row] if hub.reply_markup else []
    wanted = ("requests-bookings", "requests-applications", "requests-payment", "requests-inquiries", "button-home")
    assert buttons == [person.words(key) for key in wanted]
    await person.presses("button-home")
    await person.sees("menu-home")

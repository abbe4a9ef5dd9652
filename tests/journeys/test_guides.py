"""Guides: the list, an answer with its day and source, the steps, the way on; and the hub of one's own requests."""

from bot.guides import find_guide, load_guides
from bot.texts import Day
from tests.world import World


async def test_every_guide_is_read_from_the_menu(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.presses("menu-guides")
    for guide in load_guides():
        await person.sees("guides-list")
        title = getattr(guide.title, language)
        await person.actor.presses(title)
        answer = await person.sees("guide-answer", title=title, answer=getattr(guide.answer, language))
        source = person.words("guide-source", as_of=Day.of(guide.as_of), source=getattr(guide.source, language))
        assert source.strip() in (answer.text or "")
        await person.presses("guide-steps-button")
        steps = await person.actor.sees("1. ")
        assert all(getattr(step, language) in (steps.text or "") for step in guide.steps)
        await person.presses("button-back")
        await person.sees("guide-answer", title=title, answer=getattr(guide.answer, language))
        await person.presses("button-back")


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
    await person.sees("guides-list")


async def test_the_command_and_a_stray_word(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/guides")
    await person.sees("guides-list")
    await person.says("?")
    await person.sees("stray-buttons")


async def test_my_requests_lead_to_each_kind(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.presses("menu-requests")
    hub = await person.sees("requests-list")
    buttons = [button.text for row in hub.reply_markup.inline_keyboard for button in row] if hub.reply_markup else []
    wanted = ("requests-bookings", "requests-applications", "requests-payment", "button-home")
    assert buttons == [person.words(key) for key in wanted]
    await person.presses("button-home")
    await person.sees("menu-home")

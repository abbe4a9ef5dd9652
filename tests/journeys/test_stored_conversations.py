"""A conversation another release stored goes on where it stood, or ends in words; never as a fault."""

from collections.abc import Callable
from typing import Any

from bot.services.guides.library import find_guide, load_guides
from bot.services.notifications import notification
from tests.support.world import Reader, World

Context = dict[str, Any]


async def _rewrite(world: World, change: Callable[[Context], None]) -> None:
    """Change how the open conversation is stored."""
    await world.settles()
    services = world.app.services
    for row in await services.db.all("SELECT key, data FROM fsm WHERE key LIKE '%aiogd:context%'"):
        context = services.encryption.open_transit("fsm", row["data"])
        change(context)
        sealed = services.encryption.seal_transit("fsm", context)
        await services.db.run([("UPDATE fsm SET data = ? WHERE key = ?", (sealed, row["key"]))])


def _as_opened(context: Context) -> None:
    """Leave what a link named in start data alone, as it lay once."""
    context["start_data"] |= context["dialog_data"]
    context["dialog_data"] = {}


async def _opened(world: World, language: str, link: str) -> Reader:
    person = await world.citizen(501, language)
    await person.actor.opens(link)
    return person


async def test_a_guide_opened_before_is_read_on(world: World, language: str) -> None:
    person = await _opened(world, language, "guide_birth")
    await _rewrite(world, _as_opened)
    await person.presses("guide-steps-button")
    guide = find_guide("birth")
    assert guide is not None
    assert guide != load_guides()[0]
    assert getattr(guide.title, language) in ((await person.actor.sees("1. ")).text or "")


async def test_a_conversation_that_lacks_its_subject_is_told_as_outdated(world: World, language: str) -> None:
    person = await _opened(world, language, "place_3")
    await _rewrite(world, lambda context: context.update(dialog_data={"section": "ready"}, start_data=None))
    shown = await person.presses("button-back")
    assert shown is not None
    assert shown.text == person.words("button-outdated-menu")
    await person.sees("menu-home")


async def test_a_consent_that_stood_at_the_door_is_told_as_outdated(world: World, language: str) -> None:
    """Until 2026-12 it was a screen of its own: whoever had it open comes to the menu."""
    person = await _opened(world, language, "help")
    await _rewrite(world, lambda context: context.update(state="Start:consent"))
    shown = await person.presses("button-real")
    assert shown is not None
    assert shown.text == person.words("button-outdated-menu")
    await person.sees("menu-home")


async def test_a_notification_stored_before_is_sent(world: World, language: str) -> None:
    """One that was stored says nothing of what its text names now: it goes out all the same."""
    person = await world.citizen(501, language)
    services = world.app.services
    said: dict[str, Any] = {"status": "A", "day": "B", "means": "C", "next": "D"}
    stored = notification("payment:1", 501, "payment-notice", said)
    await services.db.write(lambda tx: services.enqueue(tx, stored))
    await person.sees("payment-notice", **said, programme=person.words("payment-unnamed"))

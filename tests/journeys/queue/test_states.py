"""Every screen of the queue and of the bookings is seen in one long visit, in each language, and speaks it."""

import re
from typing import Any

import pytest
from aiogram_dialog import Window

from bot.services.branches.directory import tson_services
from bot.services.iin_proofs.confirming import confirm_by_staff
from bot.services.queue import booking_limit
from bot.services.queue.booking_rules import BOOKING_RULES
from dialogs.states import Bookings, Queue
from tests.support.queue.journeys import (
    ALIYA_IIN,
    ASTANA_PIN,
    FREE_DAY,
    FREE_TIME,
    NURLAN_IIN,
    part,
    to_days,
    to_monday,
    to_times,
)
from tests.support.world import Reader, World

_KAZAKH = re.compile("[әғқңөұүһі]")


async def _finding(person: Reader) -> None:
    """See region, found, near, nearby, city, branch, place."""
    await person.says("/book")
    await person.presses("queue-section-ready")
    await person.says("шымкент")
    await person.actor.sees("«шымкент»")
    await person.presses("button-back")
    await person.presses("queue-near-button")
    await person.sees("queue-near")
    await person.actor.sends_location(*ASTANA_PIN)
    await person.actor.presses(re.compile("№1.*км"))
    await person.presses("button-back")


async def _city(world: World, person: Reader) -> None:
    """See the cities of a region with two."""
    await world.app.services.db.run(
        [("UPDATE branch SET city_kk = 'Талғар', city_ru = 'Талгар' WHERE code = 'demo-almaty-2'", ())]
    )
    await person.says("/book")
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("Алматы"))
    await person.actor.presses(re.compile("Тал[ғг]ар"))


async def _waiting(person: Reader) -> None:
    """See the waiting list: in line for the coming week."""
    await to_days(person)
    await person.presses("queue-wait-button")
    await person.presses("queue-wait-join")
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.presses("waiting-leave")
    await person.sees("waiting-ended")


async def _looking(person: Reader) -> None:
    """See a place without a service, and what can be booked there."""
    await person.says("/book")
    await person.presses("queue-find-place")
    await person.says("демо 1 астана")
    await person.presses("load-button")
    await person.presses("button-back")
    await person.presses("queue-book-here")
    await person.presses("button-back")


async def _explained(person: Reader) -> None:
    await person.says("/book")
    await person.presses("queue-section-online")
    names = tson_services()["residence"].names
    await person.actor.presses(names.kk if person.language == "kk" else names.ru)


async def _all_taken(world: World, person: Reader, other: Reader) -> None:
    """Take the only seat while it is looked at: other times, then for whom, relation, ИИН, check."""
    await world.app.services.db.run([("UPDATE branch SET desks = 1 WHERE takes_bookings = 1", ())])
    await to_times(person)
    await to_times(other)
    await other.actor.presses(re.compile("^10:15$"))
    await other.presses("queue-whom-self")
    await person.actor.presses(re.compile("^10:15$"))
    await person.sees("refusal-seat-taken")
    await person.actor.presses(re.compile(r"\d\d:\d\d$"))
    await person.presses("queue-whom-other")
    await person.presses("relation-child")
    await person.presses("button-back")
    await person.presses("queue-whom-self")
    await person.says(ALIYA_IIN)
    await person.presses("queue-confirm")
    await person.actor.sees(lambda message: bool(message.photo), timeout=60)


async def _limit(person: Reader) -> None:
    await to_days(person)
    await person.presses("queue-add-service")
    await person.presses("button-back")
    days = [text for text in person.actor.buttons() if FREE_DAY.match(text)]
    await person.actor.presses(re.compile(f"^{days[2]}$"))
    await person.actor.presses(FREE_TIME)
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.actor.sees(part(person, "refusal-booking-limit", "day", "again"))


async def _people(person: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be one too many for an account, whose ticket stands beside the way to make room."""
    with monkeypatch.context() as patch:
        patch.setattr(booking_limit, "BOOKING_RULES", BOOKING_RULES.model_copy(update={"people_at_once": 1}))
        await to_times(person, nth=3)
        await person.actor.presses(FREE_TIME)
        await person.presses("queue-whom-other")
        await person.presses("relation-helper")
        await person.says(NURLAN_IIN)
        await person.sees("refusal-booking-people", people=1)
    await person.presses("button-bookings")


async def _of_others(world: World, person: Reader, other: Reader) -> None:
    """Release what a stranger booked with one's ИИН, once staff saw the identity card."""
    await to_times(other, nth=5)
    await other.actor.presses(FREE_TIME)
    await other.presses("queue-whom-other")
    await other.presses("relation-helper")
    await other.says(ALIYA_IIN)
    await other.presses("queue-confirm")
    await other.actor.sees(lambda message: bool(message.photo), timeout=60)
    await person.presses("bookings-by-others")
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.sees("bookings-proof", iin="9003••••0102")
    await person.presses("proof-by-staff")
    await person.presses("proof-look")
    await person.sees("refusal-proof-needed")
    (row,) = await world.app.services.db.all("SELECT code FROM iin_proof")
    told = {"code": row["code"], "digits": ALIYA_IIN[-4:], "reason": "удостоверение"}
    await confirm_by_staff(world.app.services, key="verify", actor=900, **told)
    await person.sees("iin-proved", iin="9003••••0102")
    await person.presses("proof-look")
    await person.sees("bookings-others")
    await person.actor.presses(re.compile(r"^№ [A-Z]\d\d\d"))
    await person.presses("bookings-not-me")
    await person.sees("bookings-others-none")
    await other.actor.sees(part(other, "booking-released", "ticket", "at", "branch"))


async def _bookings(person: Reader) -> None:
    await person.says("/bookings")
    await person.sees("bookings-all")
    await person.actor.presses(re.compile(r"^№ [A-Z]\d\d\d"))
    await person.actor.sees(part(person, "bookings-live"))
    await person.presses("booking-cancel")
    await person.presses("cancel-reason-done")
    await person.actor.opens("ticket_ABCDEFGH")
    await person.sees("bookings-gone")


async def test_every_screen_is_shown_in_its_language(
    world: World, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}
    render = Window.render

    async def noted(window: Window, *args: Any) -> Any:
        message = await render(window, *args)
        buttons = getattr(message.reply_markup, "inline_keyboard", None) or getattr(
            message.reply_markup, "keyboard", []
        )
        words = [message.text or "", *(button.text for row in buttons for button in row)]
        seen[str(window.get_state().state)] = "\n".join(words)
        return message

    monkeypatch.setattr(Window, "render", noted)
    person, other = await world.citizen(501, language), await world.citizen(502, language)
    await to_monday(world)
    await _finding(person)
    await _looking(person)
    await _explained(person)
    await _all_taken(world, person, other)
    await _limit(person)
    await _people(person, monkeypatch)
    await _of_others(world, person, other)
    await _bookings(person)
    await _waiting(person)
    await _city(world, person)
    shown = {state for state in seen if state.startswith(("Queue:", "Bookings:"))}
    wanted = {str(state.state) for group in (Queue, Bookings) for state in group}
    assert wanted <= shown
    for state in shown:
        text = seen[state].lower().replace("(нәтиже)", "")  # so it stands in the Russian source, too
        assert "{" not in text, state
        assert bool(_KAZAKH.search(text)) is (language == "kk"), (state, text)

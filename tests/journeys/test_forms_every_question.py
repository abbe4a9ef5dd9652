"""At every question of every form: the language is changed, the form is left and come back to; nothing changes."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.services.paper_services import link_of
from storage.applications import applications
from tests.support.forms.scripts import FORMS, PAYMENT_APPLICATION_STEPS, Step, walks
from tests.support.payment_applications import begins_payment_application
from tests.support.selection import first_now
from tests.support.world import Reader, World, running_world

pytestmark = pytest.mark.usefixtures("no_rhythm")

every_form = pytest.mark.parametrize("service", first_now(FORMS))


async def _begins(world: World, service: str, language: str, user_id: int = 501) -> Reader:
    person = await world.citizen(user_id, language, link_of(service))
    await person.presses("aid-apply")
    return person


async def _submits(person: Reader) -> None:
    await person.actor.sees("Ғабитова")
    await person.presses("aid-to-consent")
    await person.presses("aid-submit")
    await person.actor.sees(lambda message: message.document is not None, timeout=60)


async def _final(world: World) -> dict[str, Any]:
    services = world.app.services
    async with services.db.read() as reader:
        row = await reader.one("SELECT id FROM application WHERE state = 'submitted'")
        assert row is not None
        return dict((await applications.read(reader, services.encryption, row["id"])).answers)


async def _speaks_the_other_language(person: Reader, step: Step) -> Reader:
    other = "ru" if person.language == "kk" else "kk"
    await person.says("/language")
    await person.sees("language-ask")
    await person.presses(f"language-{other}")
    person = Reader(person.actor, other)
    await step.seen_by(person)
    return person


@every_form
async def test_the_language_changed_at_every_question_makes_the_same_application(
    world: World, language: str, service: str
) -> None:
    steps, answers = FORMS[service]
    person = await walks(await _begins(world, service, language), steps, _speaks_the_other_language)
    await _submits(person)
    assert await _final(world) == answers


@every_form
async def test_the_form_left_at_every_question_goes_on_where_it_was(world: World, language: str, service: str) -> None:
    steps, answers = FORMS[service]

    async def leaves_and_returns(person: Reader, step: Step) -> Reader:
        if step.told:
            return person
        await person.says("/menu")
        await person.sees("menu-home")
        await person.actor.opens(link_of(service))
        if step is not steps[0]:
            await person.presses("form-continue")
            await step.seen_by(person)
            return person
        await person.presses("aid-apply")
        await step.seen_by(person)
        return person

    person = await walks(await _begins(world, service, language), steps, leaves_and_returns)
    await _submits(person)
    assert await _final(world) == answers


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[World]:
    """The demo, where a programme is open."""
    async with running_world(tmp_path, demo=True) as running:
        yield running


async def test_an_application_for_a_payment_is_the_same_in_any_language(demo: World, language: str) -> None:
    person = await walks(
        await begins_payment_application(demo, language), PAYMENT_APPLICATION_STEPS, _speaks_the_other_language
    )
    await person.sees("intake-recap")

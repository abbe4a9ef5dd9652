"""What staff wrote is handled again after it acted, and the case has moved on: the first outcome, and no refusal."""

import pytest
from aiogram.types import Message

from bot.services.cases.messages.staff_messages import keep_message
from bot.services.cases.questions.retakes import pages_to_shoot
from tests.support.cases.journeys import OWNER, card_says, events_of, open_office, submitted
from tests.support.selection import long
from tests.support.world import World

pytestmark = pytest.mark.usefixtures("no_rhythm")
CITIZEN = 501
MOVED_ON = (
    "UPDATE application SET state = 'closed', owner = NULL, staff_chat = -5, extended_at = 1 WHERE id = ?",
    "UPDATE document SET item = 'gone' WHERE application_id = ?",
)


async def _handled_again(world: World, message: Message) -> None:
    """Have the update come once more that acted last, as after a crash before it was marked done."""
    services, processor = world.app.services, world.app.processor
    number = max(
        int(row["key"].split(":")[1]) for row in await services.db.all("SELECT key FROM action WHERE key > '7'")
    )
    await services.db.run([("DELETE FROM inbox WHERE update_id = ?", (number,))])
    await processor.resume()
    told = message.model_dump(mode="json", exclude_none=True, by_alias=True)
    await processor.accept([{"update_id": number, "message": told}])
    await world.settles()


@pytest.mark.parametrize(
    ("kind", "state", "words", "event"),
    [
        ("reshoot:{page}", "in_check", "темно", "ask"),
        long("extend", "in_check", "Запрос в банк", "extend"),
        long("refuse:false_data", "in_check", "Исправьте адрес", "refusal_drafted"),
        long("amount", "agreed", "20000", ""),
    ],
    ids=["reshoot", "extend", "refuse", "amount"],
)
async def test_a_reply_that_has_acted(
    world: World, language: str, kind: str, state: str, words: str, event: str
) -> None:
    services = world.app.services
    office = await open_office(world, language)
    await world.citizen(CITIZEN, language)
    case = await submitted(services, CITIZEN, language)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await world.settles()
    page = (await pages_to_shoot(services, application_id=case.id, actor=OWNER))[0]
    await services.db.run([("UPDATE application SET state = ? WHERE id = ?", (state, case.id))])
    prompt = clerk.actor.from_bot()[-1]
    await keep_message(services, case.id, office.chat_id, prompt.message_id, kind.format(page=page.page_id))
    message = await clerk.actor.replies_to(prompt, words)
    await world.settles()
    acted = await events_of(world, case)
    assert not event or event in str(acted)
    await services.db.run([(sql, (case.id,)) for sql in MOVED_ON])
    before = [each.text for each in clerk.actor.from_bot()]
    await _handled_again(world, message)
    assert not [each.text for each in clerk.actor.from_bot()[len(before) :] if each.text not in before]
    assert await events_of(world, case) == acted

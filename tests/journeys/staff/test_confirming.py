"""A clerk with an identity card before them confirms whose an ИИН is, in the chats that meet people."""

import pytest

from tests.support.cases.journeys import OWNER, open_office
from tests.support.queue.journeys import ALIYA_IIN, part
from tests.support.reception.journeys import open_reception_chat
from tests.support.world import Reader, World

MASKED = "9003••••0102"


async def _asks(world: World, language: str) -> tuple[Reader, str]:
    person = await world.citizen(501, language)
    await person.says("/bookings")
    await person.presses("bookings-by-others")
    await person.says(ALIYA_IIN)
    await person.actor.sends_contact(phone="+77000000001", contact_user_id=502)
    await person.sees("refusal-contact-foreign")
    await person.actor.sends_contact(phone="+77000000099", contact_user_id=501)
    await person.actor.sees(part(person, "proof-code", "code"))
    (row,) = await world.app.services.db.all("SELECT code FROM iin_proof")
    return person, row["code"]


@pytest.mark.parametrize("role", ["queue", "payments"])
async def test_an_identity_card_confirms_the_code(world: World, language: str, role: str) -> None:
    person, code = await _asks(world, language)
    if role == "payments":
        office = await open_office(world, language, role=role, is_forum=False)
        await office.clerk(OWNER).says(f"/verify {code} 0102 куәлік")
        await office.clerk(OWNER).sees("refusal-proof-chat")
        return
    clerk = (await open_reception_chat(world, language)).clerk(OWNER)
    await clerk.says(f"/verify {code}")
    await clerk.sees("error-proof-how")
    await clerk.says(f"/verify {code} 0103 куәлік")
    await clerk.sees("refusal-proof-code")
    await clerk.says(f"/verify {code} 0102 куәлік")
    await clerk.sees("proof-confirmed", iin=MASKED)
    await person.sees("iin-proved", iin=MASKED)

"""For whom a place in the queue is taken: the citizen or another person, by ИИН."""

from dataclasses import dataclass

from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import Iin, mask_iin, parse_iin
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.consents.agreeing import require_consent
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.people import citizens, persons
from storage.queue import bookings

SELF = "self"
_OTHERS_SHOWN = 3
_ERASED = "••••"
RELATIONS = ("parent", "child", "spouse", "grandparent", "relative", "helper")


async def remembered_iin(services: Services, user_id: int) -> Iin | None:
    """Return the citizen's own ИИН when they told it before."""
    async with services.db.read() as reader:
        kept = (await citizens.profile(reader, services.encryption, user_id)).get("iin")
    return parse_iin(kept) if kept else None


async def name_person(services: Services, user_id: int, iin: Iin, *, own: bool) -> int:
    """Return the person's id; the citizen's own ИИН is remembered for the next time."""

    async def remember(tx: Transaction) -> int:
        await require_consent(tx, user_id, Purpose.QUEUE)
        if own:
            await citizens.remember(tx, services.encryption, user_id, iin=iin)
        person_id, _key = await persons.ensure_person(tx, services.encryption, iin, services.now)
        return person_id

    return await services.db.write(remember)


async def require_person(tx: Transaction, person_id: int) -> None:
    """Raise ``Refusal("person-erased")`` when the number was erased since it was told: it is asked for again."""
    if not await persons.is_kept(tx, person_id):
        raise Refusal("person-erased")


async def masked_person(services: Services, person_id: int) -> str:
    """Return the person's ИИН as it may be shown, `8506••••0017`; nothing but dots of one that was erased."""
    async with services.db.read() as reader:
        try:
            return mask_iin((await persons.details(reader, services.encryption, person_id))["iin"])
        except DataKeyDestroyedError:
            return _ERASED


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody the citizen booked for before: who they said that is, and the masked ИИН."""

    id: int
    relation: str
    iin: str


async def others_booked_for(services: Services, user_id: int) -> list[KnownPerson]:
    """Return the last people the citizen booked for besides themselves; those erased since are left out."""
    found = []
    async with services.db.read() as reader:
        for person_id, relation in await bookings.others_of(reader, user_id, _OTHERS_SHOWN):
            try:
                iin = (await persons.details(reader, services.encryption, person_id))["iin"]
            except DataKeyDestroyedError:
                continue
            found.append(KnownPerson(person_id, relation, mask_iin(iin)))
    return found

"""For whom a place in the queue is taken: the citizen or another person, by ИИН."""

from bot.domain.iin import Iin, mask_iin, parse_iin
from bot.services.core import Services
from storage import citizens, persons
from storage.database import Transaction

SELF = "self"
RELATIONS = ("parent", "child", "spouse", "grandparent", "relative", "helper")


async def remembered_iin(services: Services, user_id: int) -> Iin | None:
    """Return the citizen's own ИИН when he told it before."""
    async with services.db.read() as reader:
        kept = (await citizens.profile(reader, services.vault, user_id)).get("iin")
    return parse_iin(kept) if kept else None


async def name_person(services: Services, user_id: int, iin: Iin, *, own: bool) -> int:
    """Return the person's id; the citizen's own ИИН is remembered for the next time."""

    async def job(tx: Transaction) -> int:
        if own:
            await citizens.remember(tx, services.vault, user_id, iin=iin)
        person_id, _key = await persons.ensure_person(tx, services.vault, iin, services.now)
        return person_id

    return await services.db.write(job)


async def masked_person(services: Services, person_id: int) -> str:
    """Return the person's ИИН as it may be shown: `8506••••0017`."""
    async with services.db.read() as reader:
        return mask_iin((await persons.details(reader, services.vault, person_id))["iin"])

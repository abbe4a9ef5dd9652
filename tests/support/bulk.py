"""People who follow a payment each, and a bot in a process of its own that tells them of a registry's changes."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.cli.offline import offline_services
from bot.services.registry.file import import_payments
from bot.services.work import Services
from simulator import Person, Simulator
from simulator.driver import Driver
from storage.engine.database import Transaction
from storage.payments import subscriptions
from storage.people import citizens
from tests.support.database import lay_database
from tests.support.payments.registry_rows import numbers, registry
from tests.support.process import BotProcess
from tests.support.world import TOKEN, make_settings

FIRST_ID = 10_000


def people(count: int) -> list[Person]:
    """Return so many people of the local Telegram."""
    return [Person(id=FIRST_ID + number, first_name=f"№ {number}") for number in range(count)]


@asynccontextmanager
async def following_town(folder: Path, count: int, others: Sequence[Person] = ()) -> AsyncIterator[BotProcess]:
    """Run a local Telegram with its limits on, where so many people follow a payment each; the bot is not started."""
    crowd = people(count)
    simulator = Simulator(
        token=TOKEN,
        bot_username="halyq_test_bot",
        people=[*crowd, *others],
        state_dir=None,
        clock_file=folder / "clock",
    )
    await simulator.start(host="127.0.0.1", port=0)
    try:
        for person in crowd:
            simulator.world.private_room(person)
        await _follow(folder, simulator.url, [person.id for person in crowd])
        async with Driver(simulator.url) as telegram:
            await telegram.faults([], limits=True)
            yield BotProcess(simulator, telegram, folder)
    finally:
        await simulator.stop()


async def take_over(folder: Path, url: str, content: bytes) -> int:
    """Import a registry beside the running bot; return how many rows changed."""
    async with offline_services(make_settings(folder, url)) as services:
        return (await import_payments(services, content, sharing=True)).changed


async def _follow(folder: Path, url: str, user_ids: Sequence[int]) -> None:
    settings = make_settings(folder, url)
    lay_database(settings.database_path)
    iins = list(numbers(len(user_ids)))
    async with offline_services(settings) as services:
        await import_payments(services, registry(iins))
        await services.db.write(lambda tx: _subscribe(services, tx, user_ids, iins))


async def _subscribe(services: Services, tx: Transaction, user_ids: Sequence[int], iins: Sequence[str]) -> None:
    rows = await tx.all("SELECT id, iin_lookup FROM payment")
    by_lookup = {row["iin_lookup"]: row["id"] for row in rows}
    for user_id, iin in zip(user_ids, iins, strict=True):
        await citizens.ensure(tx, services.encryption, user_id, services.now)
        await citizens.set_language(tx, user_id, "kk" if user_id % 2 else "ru")
        payment_id = by_lookup[services.encryption.lookup("iin", iin)]
        await subscriptions.subscribe(tx, payment_id, user_id, services.now)

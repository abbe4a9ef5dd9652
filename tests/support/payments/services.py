"""A registry of its own for the tests of payments: a database, a clock that is set, the demo's rows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.data_files import DATA
from bot.domain.people.identifiers import Iin
from bot.services.payments.check import Proof, check_payment
from bot.services.payments.view import PaymentView, view_payment
from bot.services.work import OperatorSettings, Services
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.files import FileStore
from tests.support.consents import consent_to_all
from tests.support.database import lay_database

REGISTRY = DATA / "demo" / "payments.csv"
ALIYA, NURLAN, UNKNOWN = Iin("900312600102"), Iin("880721100207"), Iin("850615100017")
ALIYA_PHONE, STRANGE_PHONE = Proof("phone", "+77000000001"), Proof("phone", "+77000000099")


@dataclass(slots=True)
class SetClock:
    """Stands still until it is moved."""

    at: datetime = datetime(2026, 11, 23, 6, 0, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the set moment."""
        return self.at

    def move(self, **span: float) -> None:
        """Move it ahead."""
        self.at += timedelta(**span)


@dataclass(slots=True)
class Harness:
    """Services and their clock."""

    services: Services
    clock: SetClock

    async def welcome(self, *user_ids: int) -> None:
        """Make citizens who agreed to every purpose."""
        await consent_to_all(self.services, *user_ids)

    async def check(self, user_id: int, iin: Iin, proof: Proof, key: str) -> int | None:
        """Check a payment."""
        return await check_payment(self.services, key=key, user_id=user_id, iin=iin, proof=proof)

    async def count(self, table: str) -> int:
        """Return how many rows a table has."""
        row = await self.services.db.one(f"SELECT count(*) AS n FROM {table}")  # noqa: S608
        return int(row["n"]) if row else 0


@asynccontextmanager
async def open_harness(folder: Path) -> AsyncIterator[Harness]:
    """Open an empty registry in ``folder``."""
    clock = SetClock()
    async with Database.open(lay_database(folder / "bot.sqlite")) as db:
        services = Services(
            db=db,
            encryption=Encryption.of_secret(b"k" * 32),
            clock=clock,
            files=FileStore(folder / "files"),
            settings=OperatorSettings((86_400,), (time(21), time(8)), 300, frozenset(), demo_places=True),
            wake_sender=lambda: None,
        )
        yield Harness(services, clock)


async def seen(services: Services, payment_id: int, user_id: int = 501) -> PaymentView:
    """Return what the owner reads of a payment that is there."""
    view = await view_payment(services, payment_id, user_id)
    assert view is not None
    return view

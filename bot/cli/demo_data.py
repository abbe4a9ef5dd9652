"""Made-up people for the demo. Nothing but the demo calls this: a real registry never holds them."""

from bot.data_files import DATA
from bot.services.registry.file import import_payments
from bot.services.work import Services
from storage.payments import payments

_PAYMENTS = DATA / "demo" / "payments.csv"


async def load_demo_data(services: Services) -> None:
    """Fill what is still empty."""
    async with services.db.read() as reader:
        empty = await payments.is_empty(reader)
    if empty:
        report = await import_payments(services, _PAYMENTS.read_bytes())
        assert not report.problems, report.problems  # noqa: S101 - our own file

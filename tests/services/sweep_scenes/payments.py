"""Payments: what followers are told, what is asked about them, exports and imports."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from aiogram import Bot

from bot.domain.registry import RegistryImport
from bot.services.payment_applications.export import export_accepted
from bot.services.payment_applications.review import accept_application, take_application
from bot.services.payment_source.client import open_payment_source
from bot.services.payments.query_source import ask_about_followed
from bot.services.payments.subscriptions import follow_payment
from bot.services.registry import commands
from bot.services.registry.file import import_payments
from bot.services.registry.reading import Progress
from bot.services.registry.runner import Importer
from bot.services.registry.subprocess import Source
from bot.services.retries import retry_failed
from handlers.staff.registry.worker import RegistryWorker
from tests.services.sweep_scenes.intake import FIRST, applied, open_intake
from tests.services.sweep_scenes.scene import Poison, Run, Scene, refusing
from tests.support.payments.registry_rows import numbers, registry
from tests.support.payments.services import Harness
from tests.support.payments.source import KEY, PAYMENT, example_source
from tests.support.world import TEXTS, TOKEN

_CLERK = 601
_IINS = list(numbers(2))


def _again(harness: Harness) -> Run:
    async def again() -> None:
        await retry_failed(harness.services)

    return again


def _enqueued(user_id: int, like: str = "payment:%") -> str:
    return f"SELECT id FROM outbox WHERE chat_id = {user_id} AND dedupe_key LIKE '{like}'"  # noqa: S608


def _none_enqueued(user_id: int) -> Poison:
    return refusing("INSERT", "outbox", f"new.chat_id = {user_id} AND new.dedupe_key LIKE 'payment:%'")


@asynccontextmanager
async def follower_of_a_payment_staff_take(folder: Path) -> AsyncIterator[Scene]:
    """Two people follow one payment."""
    async with open_intake(folder) as harness:
        await applied(harness, 1)
        await follow_payment(harness.services, 1, FIRST + 1)

        async def take() -> None:
            await take_application(harness.services, key="take", application_id=1, actor=_CLERK, name="Бір")

        good, bad = (_enqueued(user_id, "payment:1:2:%") for user_id in (FIRST, FIRST + 1))
        yield Scene(harness.services, "2.2", _none_enqueued(FIRST + 1), take, good, bad, _again(harness))


@asynccontextmanager
async def _moved(folder: Path, old: str = "fund_review", new: str = "assigned") -> AsyncIterator[tuple[Harness, Run]]:
    """Two payments, followed by a person each in their order, and an import that moves both."""
    async with open_intake(folder) as harness:
        await import_payments(harness.services, registry(_IINS, old))
        for payment_id in (1, 2):
            await follow_payment(harness.services, payment_id, FIRST + payment_id - 1)

        async def move() -> None:
            await import_payments(harness.services, registry(_IINS, new, "2020-04-24"))

        yield harness, move


@asynccontextmanager
async def follower_of_what_an_import_moves(folder: Path) -> AsyncIterator[Scene]:
    async with _moved(folder) as (harness, move):
        good, bad = _enqueued(FIRST), _enqueued(FIRST + 1)
        yield Scene(harness.services, "2.2", _none_enqueued(FIRST + 1), move, good, bad, _again(harness))


@asynccontextmanager
async def message_that_cannot_be_made(folder: Path) -> AsyncIterator[Scene]:
    """The import leaves a reason nobody knows on one payment."""
    async with _moved(folder) as (harness, move):
        poison = Poison(
            "CREATE TRIGGER poison AFTER UPDATE OF status ON payment WHEN new.id = 2"
            " BEGIN UPDATE payment SET reason = 'nonsense' WHERE id = 2; END",
            "UPDATE payment SET reason = NULL WHERE id = 2",
        )
        yield Scene(harness.services, "2.2", poison, move, _enqueued(FIRST), _enqueued(FIRST + 1), _again(harness))


@asynccontextmanager
async def follower_of_what_is_taken_back(folder: Path) -> AsyncIterator[Scene]:
    async with _moved(folder) as (harness, move):
        await move()
        await harness.services.db.run([("UPDATE outbox SET state = 'sent'", ())])

        async def undo() -> None:
            await commands.undo(harness.services, 2)
            assert (await Importer(harness.services, _nothing, _unseen).advance(2)).state == "undone"

        good, bad = (_enqueued(user_id, "payment:_:3:%") for user_id in (FIRST, FIRST + 1))
        yield Scene(harness.services, "2.3", _none_enqueued(FIRST + 1), undo, good, bad, _again(harness))


async def _nothing(_found: RegistryImport) -> Source:
    raise AssertionError


async def _unseen(_found: RegistryImport, _progress: Progress) -> None:
    return


@asynccontextmanager
async def ping_of_what_an_import_moves(folder: Path) -> AsyncIterator[Scene]:
    async with _moved(folder, "case_formed", "fund_review") as (harness, move):
        planned = "SELECT id FROM reminder WHERE subject = 'payment:{}' AND subject_version = 2"
        poison = refusing("INSERT", "reminder", "new.subject = 'payment:2'")
        yield Scene(harness.services, "2", poison, move, planned.format(1), planned.format(2), _again(harness))


@asynccontextmanager
async def followed_payment_that_is_asked_about(folder: Path) -> AsyncIterator[Scene]:
    async with _moved(folder) as (harness, _move), example_source() as source:
        told = {**PAYMENT, "phone": None, "application_no": None, "iban": None}
        source.payments = {iin: [dict(told)] for iin in _IINS}
        async with open_payment_source(source.url, KEY, 5) as client:
            services = replace(harness.services, source=client)
            lookup = services.encryption.lookup("iin", _IINS[0])

            async def ask() -> None:
                await ask_about_followed(services)

            (first,) = await services.db.all("SELECT id FROM payment WHERE iin_lookup = ?", lookup)
            poison = refusing("INSERT", "payment_source_answer", f"new.iin_lookup = '{lookup}'")
            asked = "SELECT 1 FROM payment WHERE status = 'assigned' AND iin_lookup {} '{}'"
            yield Scene(services, str(first["id"]), poison, ask, asked.format("<>", lookup), asked.format("=", lookup))


@asynccontextmanager
async def accepted_application(folder: Path) -> AsyncIterator[Scene]:
    async with open_intake(folder) as harness:
        await applied(harness, 2)
        for number in (1, 2):
            staff = {"application_id": number, "actor": _CLERK}
            await take_application(harness.services, key=f"take {number}", name="Бір", **staff)
            await accept_application(harness.services, key=f"accept {number}", **staff)
        keys = count()

        async def export() -> None:
            await export_accepted(harness.services, key=f"export {next(keys)}", actor=_CLERK, name="Бір")

        exported = "SELECT 1 FROM payment_application JOIN payment_export ON payment_export.id = export_id"
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "payment_application", "old.id = 1 AND new.state = 'exported'"),
            export,
            f"{exported} WHERE payment_application.id = 2",
            f"{exported} WHERE payment_application.id = 1",
        )


@asynccontextmanager
async def import_whose_followers_are_told(folder: Path) -> AsyncIterator[Scene]:
    """There is one at a time: nothing is beside it but the worker itself."""
    async with _moved(folder) as (harness, move):
        await move()
        untold = "UPDATE registry_import SET is_open = 1, ended_at = NULL, told_upto = 0 WHERE id = 2"
        await harness.services.db.run([(untold, ())])
        worker = RegistryWorker(Bot(TOKEN), harness.services, TEXTS)
        yield Scene(
            harness.services,
            "2.applied",
            refusing("UPDATE OF told_upto", "registry_import", "old.id = 2"),
            worker.look,
            "SELECT 1",
            "SELECT id FROM registry_import WHERE id = 2 AND is_open IS NULL",
        )

"""What staff chats get: cards sent on when a chat is bound or changes its id, inquiries nobody hears, digests."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.domain.inquiries import UNHEARD_SECONDS, InquiryKind, NewInquiry
from bot.domain.staff_chats import StaffChat
from bot.services.cases.routing import send_waiting_cards
from bot.services.inquiries.handling import pass_on_unheard
from bot.services.inquiries.routing import send_waiting_inquiries
from bot.services.inquiries.sending import send_inquiry
from bot.services.payment_applications.routing import send_waiting_payment_applications
from bot.services.retries import retry_failed
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.services.staff_chats.digest import plan_missing_digests
from storage import staff_chats
from storage.engine.database import Transaction
from tests.services.sweep_scenes.intake import applied, open_intake
from tests.services.sweep_scenes.scene import Run, Scene, administered, refusing
from tests.support.cases.journeys import submitted
from tests.support.cases.services import CHAT, CITIZEN, open_case_harness
from tests.support.consents import consent_to_all
from tests.support.forms.aid import OTHER_IIN
from tests.support.payments.services import Harness
from tests.support.queue.services import QueueHarness, open_queue_harness

_OTHER = 502
_NEW_CHAT, _PLACE, _DUTY = -1001, -1002, -1003


@asynccontextmanager
async def _open(folder: Path) -> AsyncIterator[Harness]:
    """Two cases in a chat."""
    async with open_case_harness(folder) as harness:
        services = administered(harness.services)
        await consent_to_all(services, _OTHER)
        await submitted(services, CITIZEN, "ru", files=0)
        await submitted(services, _OTHER, "ru", files=0, iin=OTHER_IIN, born="1990-01-01")
        yield replace(harness, services=services)


async def _bind(harness: Harness | QueueHarness, chat_id: int, role: str) -> None:
    chat = StaffChat(chat_id, role, None, "ru", "Чат", is_forum=False, bound_by=900)
    await harness.services.db.write(lambda tx: staff_chats.bind(tx, chat, harness.services.now))


def _again(harness: Harness | QueueHarness) -> Run:
    async def again() -> None:
        await retry_failed(harness.services)

    return again


def _writing(harness: Harness | QueueHarness, send: Callable[..., Awaitable[int]]) -> Run:
    async def run() -> object:
        async def job(tx: Transaction) -> int:
            return await send(harness.services, tx)

        return await harness.services.db.write(job)

    return run


@asynccontextmanager
async def case_that_finds_a_chat(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        await harness.services.db.run([("UPDATE staff_chat SET unbound_at = 1", ())])
        await _bind(harness, _NEW_CHAT, "aid")
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "application", "old.id = 1"),
            _writing(harness, send_waiting_cards),
            f"SELECT id FROM application WHERE id = 2 AND staff_chat = {_NEW_CHAT}",  # noqa: S608
            f"SELECT id FROM application WHERE id = 1 AND staff_chat = {_NEW_CHAT}",  # noqa: S608
            _again(harness),
        )


@asynccontextmanager
async def card_that_follows_its_chat(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:

        async def migrate() -> None:
            await migrate_chat(harness.services, CHAT, _NEW_CHAT)

        yield Scene(
            harness.services,
            "1",
            refusing("INSERT", "outbox", "new.subject = 'case:1' AND new.kind = 'case_card_update'"),
            migrate,
            "SELECT id FROM outbox WHERE subject = 'case:2' AND kind = 'case_card_update'",
            "SELECT id FROM outbox WHERE subject = 'case:1' AND kind = 'case_card_update'",
            _again(harness),
        )


@asynccontextmanager
async def application_that_finds_a_chat(folder: Path) -> AsyncIterator[Scene]:
    async with open_intake(folder) as harness:
        await applied(harness, 2)
        await harness.services.db.run([("UPDATE staff_chat SET unbound_at = 1", ())])
        await _bind(harness, _NEW_CHAT, "payments")
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "payment_application", "old.id = 1"),
            _writing(harness, send_waiting_payment_applications),
            f"SELECT id FROM payment_application WHERE id = 2 AND staff_chat = {_NEW_CHAT}",  # noqa: S608
            f"SELECT id FROM payment_application WHERE id = 1 AND staff_chat = {_NEW_CHAT}",  # noqa: S608
            _again(harness),
        )


@asynccontextmanager
async def application_that_follows_its_chat(folder: Path) -> AsyncIterator[Scene]:
    async with open_intake(folder) as harness:
        await applied(harness, 2)

        async def migrate() -> None:
            await migrate_chat(harness.services, -1, _NEW_CHAT)

        yield Scene(
            harness.services,
            "1",
            refusing("INSERT", "outbox", f"new.subject = 'intake:1' AND new.chat_id = {_NEW_CHAT}"),
            migrate,
            f"SELECT id FROM outbox WHERE dedupe_key LIKE 'intake:2:card:{_NEW_CHAT}:%'",  # noqa: S608
            f"SELECT id FROM outbox WHERE dedupe_key LIKE 'intake:1:card:{_NEW_CHAT}:%'",  # noqa: S608
            _again(harness),
        )


@asynccontextmanager
async def _inquiries(folder: Path) -> AsyncIterator[QueueHarness]:
    """Two complaints of people who are in the place now."""
    async with open_queue_harness(folder) as harness:
        harness.services = administered(harness.services)
        await _bind(harness, _DUTY, "duty")
        await _bind(harness, _PLACE, "queue")
        await harness.services.db.write(lambda tx: staff_chats.set_branch(tx, _PLACE, harness.place.id))
        for user_id in (700, 701):
            new = NewInquiry(InquiryKind.COMPLAINT, {"words": "…"}, "long_queue", harness.place.id, inside=True)
            await send_inquiry(harness.services, key=f"send {user_id}", user_id=user_id, new=new)
        yield harness


@asynccontextmanager
async def inquiry_nobody_hears(folder: Path) -> AsyncIterator[Scene]:
    async with _inquiries(folder) as harness:
        harness.clock.move(seconds=UNHEARD_SECONDS)

        async def run() -> None:
            await pass_on_unheard(harness.services)

        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "inquiry", "old.id = 1"),
            run,
            f"SELECT id FROM inquiry WHERE id = 2 AND staff_chat = {_DUTY}",  # noqa: S608
            f"SELECT id FROM inquiry WHERE id = 1 AND staff_chat = {_DUTY}",  # noqa: S608
        )


@asynccontextmanager
async def inquiry_that_finds_a_chat(folder: Path) -> AsyncIterator[Scene]:
    async with _inquiries(folder) as harness:
        await harness.services.db.run([("UPDATE staff_chat SET unbound_at = 1 WHERE chat_id = ?", (_PLACE,))])
        yield Scene(
            harness.services,
            "1",
            refusing("UPDATE", "inquiry", "old.id = 1"),
            _writing(harness, send_waiting_inquiries),
            f"SELECT id FROM inquiry WHERE id = 2 AND staff_chat = {_DUTY}",  # noqa: S608
            f"SELECT id FROM inquiry WHERE id = 1 AND staff_chat = {_DUTY}",  # noqa: S608
            _again(harness),
        )


@asynccontextmanager
async def inquiry_that_follows_its_chat(folder: Path) -> AsyncIterator[Scene]:
    async with _inquiries(folder) as harness:

        async def migrate() -> None:
            await migrate_chat(harness.services, _PLACE, _NEW_CHAT)

        yield Scene(
            harness.services,
            "1",
            refusing("INSERT", "outbox", f"new.subject = 'inquiry:1' AND new.chat_id = {_NEW_CHAT}"),
            migrate,
            f"SELECT id FROM outbox WHERE dedupe_key LIKE 'inquiry:2:card:{_NEW_CHAT}:%'",  # noqa: S608
            f"SELECT id FROM outbox WHERE dedupe_key LIKE 'inquiry:1:card:{_NEW_CHAT}:%'",  # noqa: S608
            _again(harness),
        )


@asynccontextmanager
async def chat_without_a_digest(folder: Path) -> AsyncIterator[Scene]:
    async with _open(folder) as harness:
        await _bind(harness, _NEW_CHAT, "duty")

        async def run() -> None:
            await plan_missing_digests(harness.services)

        yield Scene(
            harness.services,
            str(CHAT),
            refusing("INSERT", "reminder", f"new.subject = 'digest:{CHAT}'"),
            run,
            f"SELECT id FROM reminder WHERE subject = 'digest:{_NEW_CHAT}'",  # noqa: S608
            f"SELECT id FROM reminder WHERE subject = 'digest:{CHAT}'",  # noqa: S608
            _again(harness),
        )

"""Sending an inquiry, and adding to one that is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import SystemRandom

from bot.domain.codes import make_case_code
from bot.domain.errors import Refusal
from bot.domain.inquiries import OPEN_AT_ONCE, InquiryState, NewInquiry
from bot.domain.people.consents import Purpose
from bot.services.consents.agreeing import require_consent
from bot.services.inquiries.alarms import set_inquiry_alarms
from bot.services.inquiries.routing import move_to, route, send_card, send_part
from bot.services.work import Services
from storage import inquiries as store
from storage.engine.database import Transaction

_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class StoredInquiry:
    """The inquiry that was stored."""

    inquiry: int


async def send_inquiry(services: Services, *, key: str, user_id: int, new: NewInquiry) -> int:
    """Store it under a number and send its card; return its id.

    Raises ``Refusal("inquiry-many")`` (param ``count``) when the person has as many open as one may.
    """

    async def send(tx: Transaction) -> StoredInquiry:
        await require_consent(tx, user_id, Purpose.INQUIRIES)
        if await store.open_count(tx, user_id) >= OPEN_AT_ONCE:
            raise Refusal("inquiry-many", count=OPEN_AT_ONCE)
        inquiry_id = await store.add(
            tx, services.encryption, new, code=await _free_code(tx), made_by=user_id, now=services.now
        )
        inquiry = await store.load(tx, services.encryption, inquiry_id)
        await set_inquiry_alarms(services, tx, inquiry)
        chat_id = await route(tx, inquiry)
        if chat_id is not None:
            await move_to(services, tx, inquiry, chat_id)
        return StoredInquiry(inquiry_id)

    return (await services.run_once(key, send)).inquiry


async def add_to_inquiry(
    services: Services, *, key: str, user_id: int, inquiry_id: int, part: Mapping[str, str]
) -> None:
    """Put more words or a photo under the card. Raises ``Refusal``: ``inquiry-unknown``, ``inquiry-closed``."""

    async def add(tx: Transaction) -> None:
        await require_consent(tx, user_id, Purpose.INQUIRIES)
        inquiry = await store.own(tx, services.encryption, user_id, inquiry_id)
        if inquiry.closed_at is not None:
            raise Refusal("inquiry-closed")
        await send_part(services, tx, inquiry, part, key)

    await services.run_once(key, add)


async def close_own(services: Services, *, key: str, user_id: int, inquiry_id: int) -> None:
    """The person needs no answer any more. Raises ``Refusal("inquiry-unknown")``; closing again changes nothing."""

    async def close(tx: Transaction) -> None:
        inquiry = await store.own(tx, services.encryption, user_id, inquiry_id)
        if inquiry.closed_at is None:
            await store.change(tx, inquiry, state=InquiryState.CLOSED.value, closed_at=services.now)
            await send_card(services, tx, inquiry_id)

    await services.run_once(key, close)


async def _free_code(tx: Transaction) -> str:
    while await store.code_taken(tx, code := make_case_code(_RANDOM)):
        continue
    return code

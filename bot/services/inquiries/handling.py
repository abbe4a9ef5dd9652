"""What staff do with an inquiry: take (exactly one owner), answer, pass on to the duty chat, close."""

from collections.abc import Awaitable, Callable

from bot.domain.errors import Refusal
from bot.domain.inquiries import UNHEARD_SECONDS, Inquiry, InquiryState
from bot.domain.sweeps import Sweep
from bot.domain.work_items import require_free, require_owner, require_owner_or_chief
from bot.services.inquiries.routing import move_to, route, send_card, tell_author
from bot.services.sweeping import write_each
from bot.services.work import Services
from storage import inquiries as store
from storage.engine.database import Transaction
from storage.privacy import audit_log

_Acting = Callable[[Transaction, Inquiry], Awaitable[None]]


async def take_inquiry(services: Services, *, key: str, inquiry_id: int, actor: int, name: str) -> None:
    """Make ``actor`` the owner. Raises ``inquiry-taken`` (param ``owner``), ``inquiry-yours``, ``inquiry-closed``."""

    async def taking(tx: Transaction, inquiry: Inquiry) -> None:
        require_free(inquiry, actor)
        await store.change(tx, inquiry, state=InquiryState.TAKEN.value, owner=actor, owner_name=name)

    await _act(services, key, inquiry_id, actor, "inquiry taken", taking)


async def release_inquiry(services: Services, *, key: str, inquiry_id: int, actor: int, is_chief: bool) -> None:
    """Give it back to everybody; by its owner or whoever administers the chat. Raises as ``answer_inquiry``."""

    async def releasing(tx: Transaction, inquiry: Inquiry) -> None:
        require_owner_or_chief(inquiry, actor, is_chief=is_chief)
        await store.change(tx, inquiry, state=InquiryState.SENT.value, owner=None, owner_name=None)

    await _act(services, key, inquiry_id, actor, "inquiry released", releasing)


async def answer_inquiry(
    services: Services, *, key: str, inquiry_id: int, actor: int, text: str, message: tuple[int, int]
) -> None:
    """Send the words of a staff message (chat, id) to the person, once.

    Raises ``inquiry-take-first``, ``inquiry-not-yours`` (param ``owner``), ``inquiry-closed``.
    """

    async def answering(tx: Transaction, inquiry: Inquiry) -> None:
        require_owner(inquiry, actor)
        await store.note_message(tx, inquiry.id, *message)
        await tell_author(services, tx, inquiry, "inquiry-answer", {"text": text}, f"answer:{message[1]}")
        if inquiry.answered_at is None:
            await store.change(tx, inquiry, answered_at=services.now)

    await _act(services, key, inquiry_id, actor, "inquiry answered", answering)


async def correct_answer(
    services: Services, *, key: str, inquiry_id: int, actor: int, text: str, message: tuple[int, int]
) -> None:
    """Send the new wording of an answer that went to the person. Raises as ``answer_inquiry``."""

    async def correcting(tx: Transaction, inquiry: Inquiry) -> None:
        require_owner(inquiry, actor)
        await tell_author(
            services, tx, inquiry, "inquiry-answer-corrected", {"text": text}, f"answer:{message[1]}:{key}"
        )

    await _act(services, key, inquiry_id, actor, "inquiry answered", correcting)


async def pass_on_inquiry(services: Services, *, key: str, inquiry_id: int, actor: int) -> None:
    """Hand it to the duty chat. Raises ``inquiry-no-duty`` (there is none, or it is there), and as ``answer``."""

    async def passing(tx: Transaction, inquiry: Inquiry) -> None:
        if inquiry.owner is not None:
            require_owner(inquiry, actor)
        if not await escalate(services, tx, inquiry):
            raise Refusal("inquiry-no-duty")

    await _act(services, key, inquiry_id, actor, "inquiry passed on", passing)


async def close_inquiry(services: Services, *, key: str, inquiry_id: int, actor: int) -> None:
    """End it; the person is told and may write a new one. Raises as ``answer_inquiry``."""

    async def closing(tx: Transaction, inquiry: Inquiry) -> None:
        require_owner(inquiry, actor)
        await store.change(tx, inquiry, state=InquiryState.CLOSED.value, closed_at=services.now)
        await tell_author(services, tx, inquiry, "inquiry-closed-told", {}, "closed")

    await _act(services, key, inquiry_id, actor, "inquiry closed", closing)


async def pass_on_unheard(services: Services) -> None:
    """Hand what happens inside a place right now to the duty chat when nobody has taken it in time."""
    async with services.db.read() as reader:
        unheard = await store.unheard(reader, services.now, UNHEARD_SECONDS)

    async def pass_on(tx: Transaction, inquiry_id: int) -> None:
        inquiry = await store.load(tx, services.encryption, inquiry_id)
        if inquiry.state is InquiryState.SENT and not inquiry.escalated:
            await escalate(services, tx, inquiry)

    await write_each(services, Sweep.UNHEARD, unheard, pass_on)


async def record_reveal(services: Services, inquiry: Inquiry, actor: int) -> None:
    """Put on record that a member of the staff saw address and phone."""
    what = "inquiry opened by staff"
    await services.db.write(lambda tx: audit_log.record(tx, inquiry.subject, actor, what, services.now))


async def escalate(services: Services, tx: Transaction, inquiry: Inquiry) -> bool:
    """Move it to the duty chat, with nobody's hand on it; False when there is none, or it is there already."""
    duty = await route(tx, inquiry, duty_first=True)
    if duty is None or duty == inquiry.staff_chat:
        return False
    await move_to(services, tx, inquiry, duty, escalated=1)
    return True


async def _act(services: Services, key: str, inquiry_id: int, actor: int, what: str, acting: _Acting) -> None:
    async def act_on_inquiry(tx: Transaction) -> None:
        inquiry = await store.load(tx, services.encryption, inquiry_id)
        if inquiry.closed_at is not None:
            raise Refusal("inquiry-closed")
        await acting(tx, inquiry)
        await audit_log.record(tx, inquiry.subject, actor, what, services.now)
        await send_card(services, tx, inquiry_id)

    await services.run_once(key, act_on_inquiry)

"""Binding a group as a staff chat by an administrator's one-time code (product S1)."""

from dataclasses import dataclass
from random import SystemRandom

from bot.domain.codes import make_case_code, parse_case_code
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.staff_chats import BindCode, StaffChat
from bot.services.cases.routing import send_waiting_cards
from bot.services.inquiries.routing import send_waiting_inquiries
from bot.services.notifications import notification
from bot.services.payment_applications.routing import send_waiting_payment_applications
from bot.services.staff_chats.digest import plan_digest
from bot.services.work import Services
from storage import staff_chats
from storage.engine import rate_limits
from storage.engine.database import Transaction

CODE_SECONDS = 15 * 60
_TRIES = 5
_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Group:
    """A group as Telegram names it."""

    chat_id: int
    title: str
    is_forum: bool


@dataclass(frozen=True, slots=True)
class FreshCode:
    """A code to bind a group by, and the moment it expires at."""

    code: str
    expires_at: int


@dataclass(frozen=True, slots=True)
class Bound:
    """What the group serves now, and how much waited for it."""

    role: str
    region: str | None
    language: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Unbound:
    """Whether the group was bound, and how much goes to another one."""

    bound: bool
    moved: int = 0


async def make_bind_code(
    services: Services, *, key: str, user_id: int, role: str, region: str | None, language: str
) -> FreshCode:
    """Make a one-time code; raises ``Refusal("admins-only")``."""
    if user_id not in services.settings.admin_ids:
        raise Refusal("admins-only")

    async def make(tx: Transaction) -> FreshCode:
        code, expires_at = make_case_code(_RANDOM), services.now + CODE_SECONDS
        kept = BindCode(role, region, language, user_id, expires_at, None)
        await staff_chats.add_code(tx, services.encryption.lookup("bind", code), kept)
        return FreshCode(code, expires_at)

    return await services.run_once(key, make)


async def bind_chat(services: Services, *, key: str, user_id: int, typed: str, group: Group) -> Bound:
    """Bind the group; cases that waited for such a chat get their cards.

    Raises ``Refusal``: ``bind-wait`` (too many wrong codes), ``bind-wrong``, ``bind-used``, ``bind-lapsed``.
    """

    async def count(tx: Transaction) -> None:
        limit = {"now": services.now, "limit": _TRIES, "seconds": CODE_SECONDS}
        if await rate_limits.take(tx, "bind", [str(user_id), str(group.chat_id)], **limit) is not None:
            raise Refusal("bind-wait", minutes=CODE_SECONDS // 60)

    async def bind(tx: Transaction) -> Bound:
        lookup = services.encryption.lookup("bind", _read(typed))
        code = await _usable(services, tx, lookup)
        await staff_chats.use_code(tx, lookup, services.now)
        chat = StaffChat(group.chat_id, code.role, code.region, code.language, group.title, group.is_forum, user_id)
        await staff_chats.bind(tx, chat, services.now)
        await plan_digest(services, tx, group.chat_id)
        return Bound(code.role, code.region, code.language, await _send_waiting(services, tx))

    # Counted by itself: a refused code takes back its own transaction, and the attempt must stay.
    await services.run_once(f"{key}:try", count)
    return await services.run_once(key, bind)


async def unbind_chat(services: Services, *, key: str, chat_id: int, told: str | None = None) -> Unbound:
    """End a binding; its live cases go to the chat that serves them now. ``told``: a notification key for
    administrators.
    """

    async def unbind(tx: Transaction) -> Unbound:
        chat = await staff_chats.find(tx, chat_id)
        if chat is None:
            return Unbound(bound=False)
        await staff_chats.unbind(tx, chat_id, services.now)
        moved = await _send_waiting(services, tx)
        for admin in sorted(services.settings.admin_ids) if told else ():
            args = {"title": chat.title, "moved": moved}
            await services.enqueue(tx, notification(f"unbound:{key}:{admin}", admin, told or "", args))
        return Unbound(bound=True, moved=moved)

    return await services.run_once(key, unbind)


def _read(typed: str) -> str:
    try:
        return parse_case_code(typed)
    except InvalidInput:
        raise Refusal("bind-wrong") from None


async def _usable(services: Services, tx: Transaction, lookup: str) -> BindCode:
    code = await staff_chats.code(tx, lookup)
    if code is None:
        raise Refusal("bind-wrong")
    if code.used_at is not None:
        raise Refusal("bind-used")
    if code.expires_at < services.now:
        raise Refusal("bind-lapsed")
    return code


async def _send_waiting(services: Services, tx: Transaction) -> int:
    """Send what no chat serves to one that does now; return how much found one."""
    return (
        await send_waiting_cards(services, tx)
        + await send_waiting_payment_applications(services, tx)
        + await send_waiting_inquiries(services, tx)
    )

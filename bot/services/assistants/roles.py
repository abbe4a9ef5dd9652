"""The role of an assistant: invited by staff in their chat, taken by a one-time link, taken away by the same staff."""

from dataclasses import dataclass
from random import SystemRandom

from bot.domain.assistants import Assistant, Invitation
from bot.domain.codes import long_code, parse_long_code
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.names import parse_name
from bot.services.notifications import notification
from bot.services.work import Services
from bot.texts import first_of
from storage.assistants import assistants, clients
from storage.engine import rate_limits
from storage.engine.database import Transaction

INVITATION_SECONDS = 24 * 3600
TRIES, TRY_SECONDS = 5, 15 * 60
_RANDOM = SystemRandom()
_SHOWN = 30
_KIND = "assistant"


@dataclass(frozen=True, slots=True)
class Invited:
    """A fresh code, and the moment it expires at."""

    code: str
    expires_at: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Whether there was a role to take away."""

    done: bool


async def invite_assistant(services: Services, *, key: str, chat_id: int, actor: int, name: str) -> Invited:
    """Return a fresh code for somebody with this name; raises ``InvalidInput``."""
    told = parse_name(name)

    async def invite(tx: Transaction) -> Invited:
        code, expires_at = long_code(_RANDOM.getrandbits(96)), services.now + INVITATION_SECONDS
        invitation = Invitation(told, chat_id, actor, expires_at, None)
        await assistants.invite(tx, services.encryption, services.encryption.lookup(_KIND, code), invitation)
        return Invited(code, expires_at)

    return await services.run_once(key, invite)


async def accept_invitation(services: Services, *, key: str, user_id: int, typed: str) -> str:
    """Make the user an assistant; the chat that invited is told. Returns the name they have there.

    Raises ``Refusal``: ``code-wait`` (too many wrong codes), ``invitation-wrong``: unknown, used or lapsed.
    """
    await count_try(services, key, user_id, _KIND)

    async def accept(tx: Transaction) -> None:
        lookup = services.encryption.lookup(_KIND, read_code(typed, "invitation-wrong"))
        invitation = await assistants.invitation(tx, services.encryption, lookup)
        if invitation is None or invitation.expires_at < services.now:
            raise Refusal("invitation-wrong")
        if not await assistants.use_invitation(tx, services.encryption, lookup, services.now):
            raise Refusal("invitation-wrong")
        await assistants.give(tx, services.encryption, user_id, invitation, services.now)
        told = {"name": invitation.name}
        await services.enqueue(tx, notification(f"assistant:{key}", invitation.chat_id, "staff-assistant-came", told))

    await services.run_once(key, accept)
    # A name is kept with the role alone: a result would outlive its erasure.
    async with services.db.read() as reader:
        return (await require_assistant(services, reader, user_id)).name


async def remove_assistant(services: Services, *, key: str, chat_id: int, user_id: int) -> bool:
    """Take the role away; the person is told, and the chat which of its cases are left without anybody who answers.

    False when they have none from this chat.
    """

    async def remove(tx: Transaction) -> Removed:
        done = await assistants.remove(tx, user_id, chat_id, services.now)
        if done:
            await services.enqueue(tx, notification(f"assistant-off:{key}", user_id, "assistant-off"))
            await _tell_what_is_left(services, tx, key, chat_id, user_id)
        return Removed(done)

    return (await services.run_once(key, remove)).done


async def _tell_what_is_left(services: Services, tx: Transaction, key: str, chat_id: int, user_id: int) -> None:
    codes = await clients.live_cases(tx, user_id, chat_id)
    found = await assistants.find(tx, services.encryption, user_id)
    if codes and found is not None:
        told = {"name": found.name, "count": len(codes), "codes": first_of(codes, _SHOWN), "first": codes[0]}
        await services.enqueue(tx, notification(f"assistant-left:{key}", chat_id, "staff-assistant-left", told))


async def assistants_of(services: Services, chat_id: int) -> list[Assistant]:
    """Return the assistants of a staff chat."""
    async with services.db.read() as reader:
        return await assistants.of_chat(reader, services.encryption, chat_id)


async def require_assistant(services: Services, tx: Transaction, user_id: int) -> Assistant:
    """Return the assistant; raise ``Refusal("assistant-removed")`` when the person has the role no more."""
    found = await assistants.find(tx, services.encryption, user_id)
    if found is None or found.removed_at is not None:
        raise Refusal("assistant-removed")
    return found


async def count_try(services: Services, key: str, user_id: int, kind: str) -> None:
    """Count a typed code, once for the key of what it is for; raises ``Refusal("code-wait")`` when there were too
    many.
    """

    async def count(tx: Transaction) -> None:
        limit = {"now": services.now, "limit": TRIES, "seconds": TRY_SECONDS}
        if await rate_limits.take(tx, kind, [str(user_id)], **limit) is not None:
            raise Refusal("code-wait", minutes=TRY_SECONDS // 60)

    # Counted by itself: a refused code takes back its own transaction, and the attempt must stay.
    await services.run_once(f"{key}:try", count)


def read_code(typed: str, refusal: str) -> str:
    """Return a long code; what is no code is refused like a wrong one."""
    try:
        return parse_long_code(typed)
    except InvalidInput:
        raise Refusal(refusal) from None

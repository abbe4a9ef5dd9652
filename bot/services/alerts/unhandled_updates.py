"""Updates that were not handled: what their people are told, and what administrators and operators do about them."""

from collections.abc import Mapping
from typing import Any

from bot.callbacks import HomeCallback
from bot.domain.quarantine import QuarantineReason
from bot.domain.sweeps import Sweep
from bot.services.notifications import NotificationButton, notification
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import LANGUAGES
from storage.engine import quarantine
from storage.engine.database import Transaction
from storage.engine.inbox import Received
from storage.engine.outbox import OutboxMessage
from storage.engine.quarantine import QuarantinedUpdate

_AWAITED = ("message", "edited_message", "callback_query")
"""What somebody does who waits for an answer."""
_NOT_READ = frozenset({QuarantineReason.UNREADABLE, QuarantineReason.UNDECRYPTABLE})
_HOME = NotificationButton("button-home", HomeCallback())


def apology(received: Received, reason: QuarantineReason) -> OutboxMessage | None:
    """Return what the person is told of an update that was not handled, with a way on; in a group under its message."""
    return _told(
        "unhandled", received, "staff-unhandled", "unread-message" if reason in _NOT_READ else "error-unexpected"
    )


def burst_notice(received: Received) -> OutboxMessage | None:
    """Return what the person is told when this update is the first of a burst that is not read."""
    return _told("burst", received, "staff-burst-thinned", "burst-thinned")


def _told(what: str, received: Received, in_group: str, in_private: str) -> OutboxMessage | None:
    event = _event(received.payload)
    user = event.get("from")
    if received.payload and (not isinstance(user, dict) or user.get("is_bot")):
        return None
    if not received.chat_id or not received.user_id:
        return None
    key = f"{what}:{received.update_id}:{received.user_id}"
    if received.chat_id < 0:
        return notification(key, received.chat_id, in_group, under=_place(event))
    return notification(key, received.user_id, in_private, buttons=[[_HOME]], guess=_guess(user))


def _event(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    return next((event for name in _AWAITED if isinstance(event := raw.get(name), dict)), {})


def _place(event: Mapping[str, Any]) -> tuple[int, int | None] | None:
    """Return the message in question and its topic."""
    pressed = event.get("message")
    message = pressed if isinstance(pressed, dict) else event
    number, thread = message.get("message_id"), message.get("message_thread_id")
    if not isinstance(number, int):
        return None
    return number, thread if isinstance(thread, int) and message.get("is_topic_message") is True else None


def _guess(user: object) -> str | None:
    code = user.get("language_code") if isinstance(user, dict) else None
    return code[:2] if isinstance(code, str) and code[:2] in LANGUAGES else None


async def tell_of_quarantined(services: Services) -> None:
    """Tell every administrator how many updates were not handled, of those nobody was told of."""
    async with services.db.read() as reader:
        if not await quarantine.untold(reader):
            return

    async def tell(tx: Transaction) -> None:
        found = await quarantine.untold(tx)
        numbers = ", ".join(str(each.id) for each in found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "")
        args = {"updates": len(found), "numbers": numbers, "error": found[0].error}

        async def post(tx: Transaction, admin: int) -> None:
            await services.enqueue(tx, notification(f"quarantine:{services.now}:{admin}", admin, "quarantined", args))

        admins = sorted(services.settings.admin_ids)
        await savepoint_each(services, tx, Sweep.ALARMS, admins, post, key=lambda admin: f"quarantine:{admin}")
        await quarantine.note_told(tx, found, services.now)

    await services.db.write(tell)


_SHOWN = 10


async def list_quarantined(services: Services) -> list[QuarantinedUpdate]:
    """Return what is kept, the oldest first."""
    async with services.db.read() as reader:
        return await quarantine.kept(reader)


async def retry_quarantined(services: Services, ids: list[int]) -> list[int]:
    """Have updates handled once more by the running bot, or the next one; return which of them were kept."""
    return await services.db.write(lambda tx: _each(tx, ids, quarantine.retry))


async def drop_quarantined(services: Services, ids: list[int]) -> list[int]:
    """Forget updates; return which of them were kept."""
    return await services.db.write(lambda tx: _each(tx, ids, quarantine.drop))


async def _each(tx: Transaction, ids: list[int], work: Any) -> list[int]:
    return [each for each in ids if await work(tx, each)]

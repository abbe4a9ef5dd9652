"""Messages that have been failing for an hour: administrators are told once a day, a group in its own chat."""

import structlog

from bot.services.notifications import notification
from bot.services.sweeping import post_each
from bot.services.work import Services
from bot.texts import LocalDateTime, Value
from storage import staff_chats
from storage.engine import undelivered
from storage.engine.database import Row
from storage.engine.outbox import OutboxMessage

log = structlog.get_logger(__name__)
UNDELIVERED_SECONDS = 3600
_DAY = 86_400


async def alert_of_undelivered(services: Services) -> None:
    """Log what is stuck, and have it told once a day for each group, and once for all persons together."""
    async with services.db.read() as reader:
        found = await undelivered.failing_chats(reader, services.now - UNDELIVERED_SECONDS)
        titles = {chat.chat_id: chat.title for chat in await staff_chats.bound(reader)}
    if not found:
        return
    for row in found:
        log.error("messages are undelivered", chat=row["chat_id"], letters=row["letters"], error=row["error"])
    groups = [row for row in found if row["chat_id"] in titles]
    outgoing_messages = [outgoing for row in groups for outgoing in _of_group(services, row, titles[row["chat_id"]])]
    outgoing_messages += _of_persons(services, [row for row in found if row["chat_id"] > 0])
    await post_each(services, outgoing_messages)


def _of_group(services: Services, row: Row, title: str) -> list[OutboxMessage]:
    values = {"letters": row["letters"], "since": LocalDateTime(row["since"]), "error": row["error"] or ""}
    told = {"chat": title, **values}
    to_administrators = _to_administrators(services, f"stuck:{row['chat_id']}", "stuck-group", told)
    return [*to_administrators, _message(services, f"stuck:{row['chat_id']}", row["chat_id"], "staff-stuck", values)]


def _of_persons(services: Services, rows: list[Row]) -> list[OutboxMessage]:
    if not rows:
        return []
    told: dict[str, Value] = {
        "letters": sum(row["letters"] for row in rows),
        "persons": len(rows),
        "since": LocalDateTime(rows[0]["since"]),
        "error": rows[0]["error"] or "",
    }
    return _to_administrators(services, "stuck:persons", "stuck-persons", told)


def _to_administrators(services: Services, dedupe: str, key: str, told: dict[str, Value]) -> list[OutboxMessage]:
    return [_message(services, dedupe, admin, key, told) for admin in sorted(services.settings.admin_ids)]


def _message(services: Services, dedupe: str, chat_id: int, key: str, told: dict[str, Value]) -> OutboxMessage:
    """Return the alert, once a day for its reader; one that a day could not deliver is told anew."""
    name = f"{dedupe}:{services.now // _DAY}:{chat_id}"
    return notification(name, chat_id, key, told, not_after=services.now + _DAY)

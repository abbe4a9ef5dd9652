"""Inquiries of citizens to the staff, and the messages that belong to them; words lie under a key of their own."""

from typing import Any

from bot.domain.errors import Refusal
from bot.domain.inquiries import Inquiry, InquiryKind, InquiryState, NewInquiry, SentInquiry
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.subject import Subject
from storage.engine.database import Row, Transaction
from storage.engine.encryption import Encryption
from storage.staff_chats import UNSERVED

_BODY = "inquiry.body"
_HEAD = (
    "SELECT id, code, made_by, data_key_id, kind, ground, branch_id, inside, body, state, staff_chat, card_message_id,"
    " owner, owner_name, escalated, version, created_at, answered_at, closed_at FROM inquiry"
)
_IDS = "SELECT id FROM inquiry WHERE"
_COUNT = "SELECT count(*) AS count FROM inquiry WHERE"
_UNTAKEN = f"state = '{InquiryState.SENT}'"
_OPEN = f"state <> '{InquiryState.CLOSED}'"


async def load(tx: Transaction, encryption: Encryption, inquiry_id: int) -> Inquiry:
    """Return the inquiry; raise ``Refusal("inquiry-unknown")``."""
    row = await tx.one(f"{_HEAD} WHERE id = ?", inquiry_id)
    if row is None:
        raise Refusal("inquiry-unknown")
    try:
        return await _opened(tx, encryption, row)
    except DataKeyDestroyedError:
        raise Refusal("inquiry-unknown") from None


async def exists(tx: Transaction, inquiry_id: int) -> bool:
    """Tell whether there is such an inquiry."""
    return await tx.one("SELECT 1 AS yes FROM inquiry WHERE id = ?", inquiry_id) is not None


async def own(tx: Transaction, encryption: Encryption, user_id: int, inquiry_id: int) -> Inquiry:
    """Return a person's own inquiry; raise ``Refusal("inquiry-unknown")``, also for somebody else's."""
    row = await tx.one("SELECT id FROM inquiry WHERE id = ? AND made_by = ?", inquiry_id, user_id)
    if row is None:
        raise Refusal("inquiry-unknown")
    return await load(tx, encryption, inquiry_id)


async def add(
    tx: Transaction,
    encryption: Encryption,
    new: NewInquiry,
    *,
    code: str,
    made_by: int,
    now: int,
) -> int:
    """Store an inquiry under a new key; return its id."""
    key = await encryption.new_key(tx, now)
    return await tx.insert(
        "INSERT INTO inquiry (code, made_by, data_key_id, kind, ground, branch_id, inside, body, state, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        code,
        made_by,
        key.id,
        new.kind.value,
        new.ground,
        new.branch_id,
        int(new.inside),
        key.seal(_BODY, dict(new.body)),
        InquiryState.SENT.value,
        now,
    )


async def code_taken(tx: Transaction, code: str) -> bool:
    """Tell whether an inquiry has this number."""
    return await tx.one("SELECT 1 AS yes FROM inquiry WHERE code = ?", code) is not None


async def change(tx: Transaction, inquiry: Inquiry, **columns: str | int | None) -> None:
    """Set columns of an inquiry that is still as it was read; else raise ``Refusal("inquiry-outdated")``."""
    sets = ", ".join(f"{name} = ?" for name in columns)
    changed = await tx.execute(
        f"UPDATE inquiry SET {sets}, version = version + 1 WHERE id = ? AND version = ?",
        *columns.values(),
        inquiry.id,
        inquiry.version,
    )
    if not changed:
        raise Refusal("inquiry-outdated")


async def set_card(tx: Transaction, inquiry_id: int, chat_id: int, message_id: int) -> None:
    """Note where the card is; a reply to it is about this inquiry."""
    await tx.execute("UPDATE inquiry SET card_message_id = ? WHERE id = ?", message_id, inquiry_id)
    await note_message(tx, inquiry_id, chat_id, message_id)


async def note_message(tx: Transaction, inquiry_id: int, chat_id: int, message_id: int) -> None:
    """Note that a message in a staff chat belongs to an inquiry."""
    await tx.execute(
        "INSERT OR REPLACE INTO inquiry_message (chat_id, message_id, inquiry_id) VALUES (?, ?, ?)",
        chat_id,
        message_id,
        inquiry_id,
    )


async def of_message(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """Return which inquiry a message in a staff chat belongs to."""
    row = await tx.one(
        "SELECT inquiry_id FROM inquiry_message WHERE chat_id = ? AND message_id = ?", chat_id, message_id
    )
    return row["inquiry_id"] if row else None


async def of_notice(tx: Transaction, chat_id: int, message_id: int) -> int | None:
    """Return which inquiry a notification in its author's chat is about."""
    row = await tx.one(
        "SELECT subject FROM outbox WHERE chat_id = ? AND message_id = ? AND subject LIKE 'inquiry:%'",
        chat_id,
        message_id,
    )
    return Subject.parse(row["subject"]).number if row else None


async def open_count(tx: Transaction, user_id: int) -> int:
    """Return how many inquiries a person has open."""
    row = await tx.one(f"{_COUNT} made_by = ? AND {_OPEN}", user_id)
    return int(row["count"]) if row else 0


async def sent_by(tx: Transaction, user_id: int, limit: int) -> list[SentInquiry]:
    """Return the inquiries of a person as a list shows them, the newest first."""
    rows = await of_user(tx, user_id, limit)
    return [
        SentInquiry(row["id"], InquiryKind(row["kind"]), InquiryState(row["state"]), row["created_at"]) for row in rows
    ]


async def of_user(tx: Transaction, user_id: int, limit: int = 50) -> list[Row]:
    """Return the inquiries of a person without their words, the newest first."""
    return await tx.all(
        "SELECT id, code, kind, ground, branch_id, inside, state, created_at, answered_at, closed_at FROM inquiry"
        " WHERE made_by = ? ORDER BY created_at DESC, id DESC LIMIT ?",
        user_id,
        limit,
    )


async def unserved(tx: Transaction) -> list[int]:
    """Return the open inquiries that no bound chat serves."""
    rows = await tx.all(f"{_IDS} {_OPEN} AND {UNSERVED} ORDER BY created_at, id")
    return [row["id"] for row in rows]


async def is_open(tx: Transaction, inquiry_id: int) -> bool:
    """Tell whether the inquiry exists and is not closed."""
    return await tx.one("SELECT 1 AS yes FROM inquiry WHERE id = ? AND state <> 'closed'", inquiry_id) is not None


async def unheard(tx: Transaction, now: int, waited: int) -> list[int]:
    """Return the inquiries sent from inside a place so many seconds ago that have no owner and are not with the duty
    chat, and those that a clock set back since dates as far ahead."""
    rows = await tx.all(
        f"{_IDS} {_UNTAKEN} AND inside = 1 AND escalated = 0 AND abs(created_at - ?) >= ? ORDER BY created_at, id",
        now,
        waited,
    )
    return [row["id"] for row in rows]


async def ahead(tx: Transaction, inquiry: Inquiry) -> int:
    """Return how many inquiries of its kind in its chat came before it and have no owner."""
    row = await tx.one(
        f"{_COUNT} {_UNTAKEN} AND kind = ? AND staff_chat IS ? AND id < ?",
        inquiry.kind.value,
        inquiry.staff_chat,
        inquiry.id,
    )
    return int(row["count"]) if row else 0


async def waits(tx: Transaction, kind: InquiryKind, limit: int = 20) -> list[int]:
    """Return how many seconds the last inquiries of a kind waited for their first answer."""
    rows = await tx.all(
        "SELECT answered_at - created_at AS waited FROM inquiry WHERE kind = ? AND answered_at IS NOT NULL"
        " ORDER BY answered_at DESC LIMIT ?",
        kind.value,
        limit,
    )
    return [row["waited"] for row in rows]


async def follow_chat(tx: Transaction, old_chat: int, new_chat: int) -> list[int]:
    """Move the inquiries of a group to its new id; return the open ones, whose cards are put there anew."""
    rows = await tx.all(
        "UPDATE inquiry SET staff_chat = ?, card_message_id = NULL, version = version + 1 WHERE staff_chat = ?"
        " RETURNING id, state",
        new_chat,
        old_chat,
    )
    return [row["id"] for row in rows if InquiryState(row["state"]) is not InquiryState.CLOSED]


async def erase(tx: Transaction, user_id: int, now: int) -> int:
    """Destroy the words of everything a person sent and close it; return how many there were."""
    await tx.execute(
        "UPDATE data_key SET wrapped = NULL, destroyed_at = ? WHERE id IN"
        " (SELECT data_key_id FROM inquiry WHERE made_by = ?)",
        now,
        user_id,
    )
    return await tx.execute(
        "UPDATE inquiry SET state = ?, closed_at = coalesce(closed_at, ?), body = x'', version = version + 1"
        " WHERE made_by = ?",
        InquiryState.CLOSED.value,
        now,
        user_id,
    )


async def _opened(tx: Transaction, encryption: Encryption, row: Row) -> Inquiry:
    key = await encryption.key(tx, row["data_key_id"])
    values: dict[str, Any] = {name: value for name, value in row.items() if name != "data_key_id"}
    return Inquiry(
        **{
            **values,
            "key": key,
            "kind": InquiryKind(row["kind"]),
            "state": InquiryState(row["state"]),
            "inside": bool(row["inside"]),
            "escalated": bool(row["escalated"]),
            "body": key.open(_BODY, row["body"]),
        }
    )

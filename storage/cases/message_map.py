"""What of a case lies where in the staff chats: topics, cards, printed documents and attachments, prompts,
messages handed on.

Kinds of messages: ``card``, ``part:form``, ``part:DOCUMENT``, ``ask:ITEM``, ``plan``, ``amount``, ``refuse:CODE``
(prompts to be replied to), ``word:KEY`` (a staff message sent to the person under that key), ``question:ID`` (one
that asked the person), ``aside:ALBUM`` (an album that staff sent for themselves), ``aside:draft`` (what can be
confirmed), ``note`` (what the bot put there).
"""

from bot.domain.staff_chats import Place
from storage.engine.database import Transaction
from storage.engine.statements import Statement

_DRAFT = "aside:draft"
"""What can be confirmed: a reply to it is staff's own talk, as one to whatever is about no case."""
_INSERT = "INSERT OR REPLACE INTO staff_message (application_id, chat_id, message_id, kind) VALUES (?, ?, ?, ?)"


async def place(tx: Transaction, application_id: int) -> Place | None:
    """Return where the case is shown."""
    row = await tx.one(
        "SELECT chat_id, thread_id, card_message_id AS card, topic_lookup AS name FROM case_topic"
        " WHERE application_id = ?",
        application_id,
    )
    return Place(**row) if row else None


async def put_place(tx: Transaction, application_id: int, where: Place) -> None:
    """Keep where the case is shown now."""
    await tx.execute(
        "INSERT OR REPLACE INTO case_topic (application_id, chat_id, thread_id, card_message_id, topic_lookup)"
        " VALUES (?, ?, ?, ?, ?)",
        application_id,
        where.chat_id,
        where.thread_id,
        where.card,
        where.name,
    )


async def has_between(tx: Transaction, application_id: int, chat_id: int, first: int, last: int) -> bool:
    """Tell whether a message of the case lies between two others of a chat."""
    row = await tx.one(
        "SELECT 1 AS yes FROM staff_message WHERE application_id = ? AND chat_id = ? AND message_id > ?"
        " AND message_id < ? LIMIT 1",
        application_id,
        chat_id,
        first,
        last,
    )
    return row is not None


async def remove_parts(tx: Transaction, application_id: int) -> None:
    """Forget the topic, the card and the sent files: they are sent anew."""
    await tx.execute("DELETE FROM case_topic WHERE application_id = ?", application_id)
    await tx.execute(
        "DELETE FROM staff_message WHERE application_id = ? AND (kind = 'card' OR kind LIKE 'part:%')", application_id
    )


async def forget_documents(tx: Transaction, application_id: int) -> None:
    """Forget the sent files: they are sent anew."""
    await tx.execute("DELETE FROM staff_message WHERE application_id = ? AND kind LIKE 'part:%'", application_id)


def kept(application_id: int, chat_id: int, message_id: int, kind: str) -> Statement:
    """Return the statement by which a message belongs to the case."""
    return (_INSERT, (application_id, chat_id, message_id, kind))


async def put_draft(tx: Transaction, application_id: int, chat_id: int, message_id: int) -> list[tuple[int, int]]:
    """Keep the message that shows the newest draft; return those of earlier ones, which are forgotten."""
    rows = await tx.all(
        f"DELETE FROM staff_message WHERE application_id = ? AND kind = '{_DRAFT}'"
        " AND (chat_id != ? OR message_id != ?) RETURNING chat_id, message_id",
        application_id,
        chat_id,
        message_id,
    )
    await tx.execute(_INSERT, application_id, chat_id, message_id, _DRAFT)
    return [(row["chat_id"], row["message_id"]) for row in rows]


def draft_ended(chat_id: int, message_id: int) -> Statement:
    """Return the statement by which a message shows no draft any more."""
    return (
        f"DELETE FROM staff_message WHERE chat_id = ? AND message_id = ? AND kind = '{_DRAFT}'",
        (chat_id, message_id),
    )


async def kinds(tx: Transaction, application_id: int) -> set[str]:
    """Return the kinds of messages of the case that Telegram has accepted."""
    return {
        row["kind"] for row in await tx.all("SELECT kind FROM staff_message WHERE application_id = ?", application_id)
    }


async def case_of_message(tx: Transaction, chat_id: int, message_id: int) -> tuple[int, str] | None:
    """Return the case and kind of a message in a staff chat."""
    row = await tx.one(
        "SELECT application_id, kind FROM staff_message WHERE chat_id = ? AND message_id = ?", chat_id, message_id
    )
    return (row["application_id"], row["kind"]) if row else None


async def case_of_topic(tx: Transaction, chat_id: int, thread_id: int) -> int | None:
    """Return the case of a topic."""
    row = await tx.one("SELECT application_id FROM case_topic WHERE chat_id = ? AND thread_id = ?", chat_id, thread_id)
    return row["application_id"] if row else None

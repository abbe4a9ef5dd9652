"""Applications for payments: a citizen's draft, what staff do with it, and its history that nothing changes later.

Answers lie under a data key of the application's own, so that erasing one takes nothing else with it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.cases.states import Actor
from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answer
from bot.domain.payment_applications import (
    LIVE_PAYMENT_APPLICATION_STATES,
    NOT_STANDING,
    OPEN_FOR_STAFF,
    ApplicationHead,
    PaymentApplication,
    PaymentApplicationAction,
    PaymentApplicationState,
    SentApplication,
    advance_payment_application,
)
from storage.engine.database import Row, Transaction
from storage.engine.encryption import Encryption
from storage.engine.sql import in_list
from storage.payment_applications.events import add_event
from storage.staff_chats import UNSERVED

_ANSWERS = "payment_application.answers"
_CORRECTED = "payment_application.corrected"
_HEAD = (
    "SELECT id, code, data_key_id, person_id, made_by, programme, language, form_version, answers, state, asked,"
    " asked_reason, corrected, payment_id, staff_chat, card_message_id, owner, owner_name, export_id, version,"
    " created_at, submitted_at FROM payment_application"
)
_IDS = "SELECT id FROM payment_application WHERE"
_CODES = "SELECT code FROM payment_application WHERE"
_STATES = "SELECT id, state, made_by, payment_id FROM payment_application WHERE"
_OWN_IDS = "SELECT payment_application.id FROM payment_application JOIN person ON person.id = person_id WHERE"
_DRAFT = f"state = '{PaymentApplicationState.DRAFT}'"
_STANDING = f"state NOT IN {in_list(NOT_STANDING)}"
_OPEN = f"state IN {in_list(OPEN_FOR_STAFF)}"
_LIVE = f"state IN {in_list(LIVE_PAYMENT_APPLICATION_STATES)}"


async def load(tx: Transaction, encryption: Encryption, application_id: int) -> PaymentApplication:
    """Return the application; raises ``Refusal("intake-unknown")``."""
    row = await tx.one(f"{_HEAD} WHERE id = ?", application_id)
    if row is None:
        raise Refusal("intake-unknown")
    return await _opened(tx, encryption, row)


async def exists(tx: Transaction, application_id: int) -> bool:
    """Tell whether there is such an application, sent or not."""
    return await tx.one("SELECT 1 AS yes FROM payment_application WHERE id = ?", application_id) is not None


async def find_draft(
    tx: Transaction, encryption: Encryption, user_id: int, programme: str
) -> PaymentApplication | None:
    """Return the citizen's draft for this programme; there is one at most."""
    row = await tx.one(f"{_HEAD} WHERE made_by = ? AND programme = ? AND {_DRAFT}", user_id, programme)
    return await _opened(tx, encryption, row) if row else None


async def start_draft(
    tx: Transaction, encryption: Encryption, *, user_id: int, programme: str, language: str, form_version: int, now: int
) -> int:
    """Make an empty draft with a key of its own; return its id."""
    key = await encryption.new_key(tx, now)
    return await tx.insert(
        "INSERT INTO payment_application (data_key_id, made_by, programme, language, form_version, answers, state,"
        " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key.id,
        user_id,
        programme,
        language,
        form_version,
        key.seal(_ANSWERS, {}),
        PaymentApplicationState.DRAFT.value,
        now,
        now,
    )


async def keep_answers(tx: Transaction, draft: PaymentApplication, answers: Mapping[str, Answer], now: int) -> None:
    """Replace a draft's answers; what was submitted is never changed by this."""
    await tx.execute(
        "UPDATE payment_application SET answers = ?, updated_at = ? WHERE id = ? AND state = ?",
        draft.key.seal(_ANSWERS, dict(answers)),
        now,
        draft.id,
        PaymentApplicationState.DRAFT.value,
    )


async def keep_corrected(tx: Transaction, asked: PaymentApplication, answers: Mapping[str, Answer], now: int) -> None:
    """Keep what was corrected so far; nobody but the applicant sees it before it is sent."""
    await tx.execute(
        "UPDATE payment_application SET corrected = ?, updated_at = ? WHERE id = ? AND state = ?",
        asked.key.seal(_CORRECTED, dict(answers)),
        now,
        asked.id,
        PaymentApplicationState.CORRECTION.value,
    )


async def live_of(tx: Transaction, person_id: int, programme: str) -> ApplicationHead | None:
    """Return the person's application that stands, whoever sent it."""
    return _head(await tx.one(f"{_STATES} person_id = ? AND programme = ? AND {_STANDING}", person_id, programme))


async def own_live(tx: Transaction, user_id: int, programme: str, iin_lookup: str) -> int | None:
    """Return this person's own application that stands for the number, or None."""
    row = await tx.one(
        f"{_OWN_IDS} made_by = ? AND programme = ? AND iin_lookup = ? AND {_STANDING}", user_id, programme, iin_lookup
    )
    return row["id"] if row else None


async def sent_by(tx: Transaction, user_id: int, programme: str) -> list[SentApplication]:
    """Return what this person has sent for the programme, the newest first."""
    rows = await tx.all(
        "SELECT id, code, state FROM payment_application WHERE made_by = ? AND programme = ? AND state != ?"
        " ORDER BY submitted_at DESC, id DESC",
        user_id,
        programme,
        PaymentApplicationState.DRAFT.value,
    )
    return [SentApplication(row["id"], row["code"], PaymentApplicationState(row["state"])) for row in rows]


async def of_payment(tx: Transaction, payment_id: int) -> ApplicationHead | None:
    """Return the newest application a payment came from."""
    return _head(await tx.one(f"{_STATES} payment_id = ? ORDER BY id DESC LIMIT 1", payment_id))


async def shown_in(tx: Transaction, application_id: int) -> tuple[int, int] | None:
    """Return the chat that serves it and its version; None while no chat serves it."""
    row = await tx.one("SELECT staff_chat, version FROM payment_application WHERE id = ?", application_id)
    return (row["staff_chat"], row["version"]) if row and row["staff_chat"] is not None else None


async def code_taken(tx: Transaction, code: str) -> bool:
    """Tell whether an application has this number."""
    return await tx.one("SELECT 1 AS yes FROM payment_application WHERE code = ?", code) is not None


async def move(
    tx: Transaction,
    encryption: Encryption,
    application: PaymentApplication,
    action: PaymentApplicationAction,
    *,
    by: Actor,
    now: int,
    payload: Mapping[str, Any] | None = None,
    **columns: Any,
) -> PaymentApplication:
    """Do an action: change the state and the columns that go with it, and add a line to the history.

    Raises ``Refusal``: ``intake-state`` (impossible now), ``intake-changed`` (somebody was faster).
    """
    state = advance_payment_application(application.state, action)
    sets = "".join(f", {name} = ?" for name in columns)
    changed = await tx.execute(
        f"UPDATE payment_application SET state = ?, version = version + 1, updated_at = ?{sets}"
        " WHERE id = ? AND version = ?",
        state.value,
        now,
        *columns.values(),
        application.id,
        application.version,
    )
    if not changed:
        raise Refusal("intake-changed")
    await add_event(tx, application, action.value, by, now, payload)
    return await load(tx, encryption, application.id)


def sealed_answers(application: PaymentApplication, answers: Mapping[str, Answer]) -> bytes:
    """Return answers as the column keeps them."""
    return application.key.seal(_ANSWERS, dict(answers))


def told_asked(field_ids: Sequence[str]) -> str:
    """Return the asked fields as the column keeps them."""
    return json.dumps(list(field_ids))


async def show_in(tx: Transaction, application_id: int, chat_id: int | None) -> None:
    """Let this chat (None: no chat) serve the application, with no owner."""
    await tx.execute(
        "UPDATE payment_application SET staff_chat = ?, card_message_id = NULL, owner = NULL, owner_name = NULL,"
        " version = version + 1 WHERE id = ?",
        chat_id,
        application_id,
    )


async def unserved(tx: Transaction) -> list[int]:
    """Return those that wait for staff and that no bound chat serves, the oldest first."""
    rows = await tx.all(f"{_IDS} {_OPEN} AND {UNSERVED} ORDER BY submitted_at, id")
    return [row["id"] for row in rows]


async def follow_chat(tx: Transaction, old_chat: int, new_chat: int) -> list[int]:
    """Move the applications of a group to its new id, to be shown there anew; return their ids."""
    rows = await tx.all(
        "UPDATE payment_application SET staff_chat = ?, card_message_id = NULL, version = version + 1"
        " WHERE staff_chat = ? RETURNING id, state",
        new_chat,
        old_chat,
    )
    return [row["id"] for row in rows if row["state"] in OPEN_FOR_STAFF]


async def set_payment(tx: Transaction, application_id: int, payment_id: int) -> None:
    """Note which row of the registry is its own."""
    await tx.execute("UPDATE payment_application SET payment_id = ? WHERE id = ?", payment_id, application_id)


async def set_card(tx: Transaction, application_id: int, message_id: int | None) -> None:
    """Note where its card is; None when somebody deleted it."""
    await tx.execute("UPDATE payment_application SET card_message_id = ? WHERE id = ?", message_id, application_id)


async def erase_drafts(tx: Transaction, user_id: int, now: int) -> int:
    """Remove what was not sent and destroy its keys; return how many there were."""
    await tx.execute(
        "UPDATE data_key SET wrapped = NULL, destroyed_at = ? WHERE id IN"
        " (SELECT data_key_id FROM payment_application WHERE made_by = ? AND state = ?)",
        now,
        user_id,
        PaymentApplicationState.DRAFT.value,
    )
    return await tx.execute(
        "DELETE FROM payment_application WHERE made_by = ? AND state = ?", user_id, PaymentApplicationState.DRAFT.value
    )


async def under_consideration(tx: Transaction, user_id: int) -> str | None:
    """Return the number of an application of this person's that staff have not decided yet."""
    row = await tx.one(f"{_CODES} made_by = ? AND {_LIVE} ORDER BY id LIMIT 1", user_id)
    return row["code"] if row else None


def _head(row: Row | None) -> ApplicationHead | None:
    return ApplicationHead(**{**row, "state": PaymentApplicationState(row["state"])}) if row else None


async def _opened(tx: Transaction, encryption: Encryption, row: Row) -> PaymentApplication:
    key = await encryption.key(tx, row["data_key_id"])
    values = {name: value for name, value in row.items() if name != "data_key_id"}
    return PaymentApplication(
        **{
            **values,
            "key": key,
            "code": row["code"] or "",
            "state": PaymentApplicationState(row["state"]),
            "answers": key.open(_ANSWERS, row["answers"]),
            "asked": tuple(json.loads(row["asked"])) if row["asked"] else (),
            "corrected": key.open(_CORRECTED, row["corrected"]) if row["corrected"] else {},
        }
    )

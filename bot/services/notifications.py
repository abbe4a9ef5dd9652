"""Messages to citizens that are not direct replies: a text key, its values, buttons; put into words when sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.callbacks import Callback
from bot.domain.subject import Subject
from bot.texts import to_json
from storage.engine.outbox import NORMAL, OutboxMessage

NOTIFICATION = "notice"


@dataclass(frozen=True, slots=True)
class NotificationButton:
    """A button under a notification: a text key with its values, and what pressing it says."""

    key: str
    callback: Callback
    style: str | None = None
    args: Mapping[str, Any] = field(default_factory=dict)


def notification(
    dedupe_key: str,
    user_id: int,
    key: str,
    args: Mapping[str, Any] | None = None,
    *,
    buttons: Sequence[Sequence[NotificationButton]] = (),
    subject: Subject | None = None,
    priority: int = NORMAL,
    not_after: int | None = None,
    under: tuple[int, int | None] | None = None,
    guess: str | None = None,
) -> OutboxMessage:
    """Return the message that tells a citizen ``key`` in the language they have when it is sent.

    ``under`` is a message it answers, with its topic; ``guess`` the language of somebody who has chosen none.
    """
    payload: dict[str, Any] = {
        "key": key,
        "args": to_json(args or {}),
        "buttons": [
            [[button.key, button.callback.pack(), button.style, to_json(button.args)] for button in row]
            for row in buttons
        ],
    }
    if under is not None:
        payload["under"] = under
    if guess is not None:
        payload["guess"] = guess
    return OutboxMessage(
        dedupe_key=dedupe_key,
        chat_id=user_id,
        kind=NOTIFICATION,
        payload=payload,
        subject=subject,
        priority=priority,
        not_after=not_after,
    )

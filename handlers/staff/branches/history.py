"""Who changed the place's opening, when, and how it was before."""

import json
from typing import Any

from bot.services.branches.queries import changes_of
from bot.texts import LocalDateTime, TextRef
from handlers.staff.reception.access import ReceptionContext

_SHOWN = 10


async def history_lines(reception: ReceptionContext) -> str:
    """Return the latest changes, the newest first."""
    changes = await changes_of(reception.services, reception.place.id, _SHOWN)
    lines = [reception.html("desk-history" if changes else "desk-history-none")]
    for change in changes:
        values = {
            "at": LocalDateTime(change.at, reception.place.zone),
            "name": change.made_name,
            "what": TextRef("desk-history-kind", {"kind": change.kind}),
            "after": _told(json.loads(change.after)) if change.kind != "directory" else "",
        }
        lines.append(reception.html("desk-history-line", **values))
    return "\n".join(lines)


def _told(after: dict[str, Any]) -> str:
    return ", ".join(str(value) for value in after.values() if value)

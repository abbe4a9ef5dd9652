"""A case's history in words, for its staff."""

from bot.domain.cases.states import Role
from bot.texts import Key, Moment
from handlers.staff.desk import Desk
from storage.cases import cases
from storage.cases.cases import Case, Event

_LIMIT = 3500
_QUOTED = 120


async def history_text(desk: Desk, case: Case, language: str) -> str:
    """Return the history, a line an event, the newest kept when it is long."""
    async with desk.services.db.read() as reader:
        events = await cases.history(reader, desk.services.vault, case)
    assistant = str(case.answers.get("assistant") or "")
    lines = [_line(desk, event, language, assistant) for event in events]
    while len("\n".join(lines)) > _LIMIT:
        lines = ["…", *lines[2:]]
    return "\n".join([desk.texts.get(language, "staff-history", code=case.code), *lines])


def _line(desk: Desk, event: Event, language: str, assistant: str) -> str:
    said = event.payload.get("text") or event.payload.get("words") or event.payload.get("name") or ""
    what = Key("staff-event", {"type": event.type})
    line = desk.texts.get(language, "staff-history-line", at=Moment(event.at), what=what)
    if event.actor_role == Role.ASSISTANT:
        line += desk.texts.get(language, "staff-history-assistant", name=assistant)
    if not said:
        return line
    shown = said if len(said) <= _QUOTED else said[:_QUOTED] + "…"
    return line + desk.texts.get(language, "staff-history-said", said=shown)

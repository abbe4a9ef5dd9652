"""Looking at a case: documents again, the full data for the presser alone, the history."""

from bot.domain.cases.case import Case, Event
from bot.domain.cases.states import Role
from bot.domain.work_items import require_owner_or_chief
from bot.services.cases.facts import person_name
from bot.services.cases.viewing.case_file import ask_case_file
from bot.services.cases.viewing.queries import history_of
from bot.services.cases.viewing.reveal_data import record_reveal, resend
from bot.texts import LocalDateTime, TextRef
from handlers.staff.access import alert
from handlers.staff.cases.press import CasePress
from handlers.staff.context import StaffContext


async def resend_documents(press: CasePress) -> None:
    """Have every document sent again below."""
    count = await resend(press.services, press.context.key("docs"), press.item, press.actor)
    await press.answer(press.plain("staff-documents-coming" if count else "staff-documents-none"))


async def full_data(press: CasePress) -> None:
    """Show name, ИИН, phone and account to the owner alone, in an alert that leaves no trace in the chat; log it."""
    await record_reveal(press.services, press.item, press.actor, "full data")
    answers = press.item.answers
    values = {name: str(answers.get(name) or "—") for name in ("iin", "phone", "iban")}
    await alert(press.query, press.plain("staff-full-data", person=person_name(answers), **values))


async def show_history(press: CasePress) -> None:
    """Put the history below."""
    await record_reveal(press.services, press.item, press.actor, "history")
    await press.answer()
    await press.bot.send_message(
        press.chat.chat_id,
        await history_text(press, press.item, press.language),
        message_thread_id=press.thread_id,
    )


async def send_file(press: CasePress) -> None:
    """Have the whole file sent below; for the owner, or whoever administers the chat."""
    if not press.has_acted:
        require_owner_or_chief(press.item, press.actor, is_chief=press.is_chief)
    await ask_case_file(
        press.services,
        key=press.context.key("case-file"),
        case=press.item,
        actor=press.actor,
        chat_id=press.chat.chat_id,
        thread_id=press.thread_id,
    )
    await press.answer(press.plain("case-file-coming"))


_LIMIT = 3500
_QUOTED = 120


async def history_text(staff: StaffContext, case: Case, language: str) -> str:
    """Return the history, a line an event, the newest kept when it is long."""
    events = await history_of(staff.services, case)
    assistant = str(case.answers.get("assistant") or "")
    lines = [_line(staff, event, language, assistant) for event in events]
    while len("\n".join(lines)) > _LIMIT:
        lines = ["…", *lines[2:]]
    return "\n".join([staff.texts.get(language, "staff-history", code=case.code), *lines])


def _line(staff: StaffContext, event: Event, language: str, assistant: str) -> str:
    said = event.payload.get("text") or event.payload.get("words") or event.payload.get("name") or ""
    what = TextRef("staff-event", {"type": event.type})
    line = staff.texts.get(language, "staff-history-line", at=LocalDateTime(event.at), what=what)
    if event.actor_role == Role.ASSISTANT:
        line += staff.texts.get(language, "staff-history-assistant", name=assistant)
    if not said:
        return line
    shown = said if len(said) <= _QUOTED else said[:_QUOTED] + "…"
    return line + staff.texts.get(language, "staff-history-said", said=shown)

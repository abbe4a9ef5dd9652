"""What is held of an application beside its answers: its history, questions, obligations, decision and files."""

from bot.domain.applications.application import CAPTION
from bot.domain.cases.case import Case, Event
from bot.domain.cases.states import CaseAction, Role
from bot.domain.errors import Refusal
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.cases.viewing.for_person import for_the_person
from bot.services.privacy.records import Record, moment
from bot.services.work import Services
from storage.applications import applications, attachments
from storage.cases import cases, obligations, questions
from storage.engine.database import Transaction

_DECISIONS = {CaseAction.ASSIGN, CaseAction.REFUSE}


async def case_record(services: Services, tx: Transaction, application_id: int) -> Record:
    """Return it by the names it has in the file; empty lists of an application that is erased."""
    pages = await attachments.dated_pages_of(tx, application_id)
    files: list[Record] = [
        {"name": page.name, "paper": page.item, "kind": page.media_type, "size": page.size, "at": moment(at)}
        for page, at in pages
    ]
    try:
        application = await applications.read(tx, services.encryption, application_id)
        for (page, _at), told in zip(pages, files, strict=True):
            told["said"] = application.key.open(CAPTION, page.caption) if page.caption else None
        case = await cases.load(tx, services.encryption, application_id)
        events = for_the_person(await cases.history(tx, services.encryption, case))
        return {**await _told(services, tx, case, events), "files": files}
    except (DataKeyDestroyedError, Refusal):
        return {"history": [], "questions": [], "plan": [], "obligations": [], "decision": None, "files": files}


async def _told(services: Services, tx: Transaction, case: Case, events: list[Event]) -> Record:
    history = [_event(event) for event in events]
    plans = [event.payload["measures"] for event in events if event.type == CaseAction.SEND_PLAN]
    decided = [line for event, line in zip(events, history, strict=True) if event.type in _DECISIONS]
    return {
        "history": history,
        "questions": [
            {
                "about": each.item,
                "asked": each.asked,
                "asked_at": moment(each.asked_at),
                "answered_at": moment(each.answered_at) if each.answered_at else None,
            }
            for each in await questions.of_case(tx, services.encryption, case)
        ],
        "plan": plans[-1] if plans else [],
        "obligations": [
            {
                "title": each.title,
                "due": each.due.isoformat() if each.due else None,
                "state": each.state.value,
            }
            for each in await obligations.of_case(tx, services.encryption, case)
        ],
        "decision": decided[-1] if decided else None,
    }


def _event(event: Event) -> Record:
    # Who of the staff it was stands in the list of those who looked, by the end of their number.
    said = {
        name: value for name, value in event.payload.items() if event.actor_role != Role.SPECIALIST or name != "name"
    }
    return {"at": moment(event.at), "by": event.actor_role, "what": event.type, "said": said}

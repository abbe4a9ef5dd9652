"""What a person undertook by the plan: reminded of, shown to be done, ticked by the specialist (product A9)."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.domain.cases.case import Case
from bot.domain.cases.measures import read_measure
from bot.domain.cases.obligations import Obligation, ObligationState
from bot.domain.cases.states import FOLLOWED_STATES, Actor, Role
from bot.domain.errors import Refusal
from bot.domain.people.consents import purpose_of
from bot.domain.sealing import DataKeyDestroyedError
from bot.domain.subject import Subject, SubjectKind
from bot.services.calendar import moment, today
from bot.services.cases.common import (
    button,
    message_to_citizen,
    message_to_staff,
    require_applicant,
    require_open,
    run_case_action,
    tell_citizen,
    tell_staff,
)
from bot.services.cases.questions.answering import Paper
from bot.services.consents.agreeing import require_consent
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.store_file import store_file
from bot.services.work import Services
from bot.texts import LocalDate
from storage import reminders
from storage.applications import attachments
from storage.cases import cases, obligations
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

EVIDENCE = "obligation_proof"
DAYS_BEFORE = 3
"""How many days before the day an obligation is reminded of; ours."""
_TODO = frozenset({ObligationState.OPEN, ObligationState.SHOWN})
_MORNING, _EVENING = time(10), time(20)


@dataclass(frozen=True, slots=True)
class Ticked:
    """The obligation that is done."""

    title: str


async def undertake(services: Services, tx: Transaction, case: Case, lines: list[str], sent: date) -> None:
    """Store the measures of the plan sent on a day as obligations, with reminders: before their day, on it, after it.

    What was due before the plan was agreed to is told of as late the next morning.
    """
    measures = [read_measure(line, sent) for line in lines]
    await obligations.put(tx, services.encryption, case, measures, services.now)
    for no, measure in enumerate(measures, 1):
        if measure.due is not None:
            await reminders.plan(
                tx, Subject(SubjectKind.OBLIGATION, case.id, no), case.version, _reminders(measure.due, services.now)
            )


def _reminders(due: date, now: int) -> list[tuple[str, int, int]]:
    late = max(due, today(now)) + timedelta(days=1)
    days = {"soon": due - timedelta(days=DAYS_BEFORE), "today": due, "late": late}
    planned = [(kind, moment(day, _MORNING), moment(day, _EVENING)) for kind, day in days.items()]
    return [each for each in planned if each[1] > now]


async def compose_obligation_reminder(
    services: Services, tx: Transaction, reminder: DueReminder
) -> OutboxMessage | None:
    """Remind of one that is not ticked; once its day is over, tell the specialist too."""
    no = reminder.subject.part or 0
    try:
        case = await cases.load(tx, services.encryption, reminder.subject.number)
    except DataKeyDestroyedError:
        return None
    obligation = await obligations.one(tx, services.encryption, case, no)
    if case.state not in FOLLOWED_STATES or obligation.state not in _TODO or obligation.due is None:
        return None
    values = {"title": obligation.title, "by": LocalDate.of(obligation.due)}
    dedupe = f"obligation:{no}:{reminder.kind}"
    if reminder.kind == "late":
        outgoing = message_to_staff(case, "staff-obligation-late", values, dedupe=f"{dedupe}:staff")
        if outgoing is not None:
            await services.enqueue(tx, outgoing)
    if obligation.state is ObligationState.SHOWN:
        return None
    rows = [[button("case-button-obligations", "duties", case)]]
    return message_to_citizen(case, f"case-obligation-{reminder.kind}", values, dedupe=dedupe, buttons=rows)


async def show_done(services: Services, *, key: str, application_id: int, user_id: int, no: int) -> None:
    """The person says it is done; the specialist ticks it or writes why not. Raises ``Refusal``, see ``_begin``."""

    async def showing(tx: Transaction, case: Case) -> None:
        obligation = await _begin(services, tx, case, user_id, no)
        await _shown(services, tx, case, obligation)
        said = {"title": obligation.title}
        await tell_staff(services, tx, case, "staff-obligation-shown", said, dedupe=f"shown:{no}:{key}")

    await run_case_action(services, key, application_id, showing)


async def show_evidence(
    services: Services, *, key: str, application_id: int, user_id: int, no: int, paper: Paper
) -> None:
    """The person sends a photo, a PDF or a video that shows it is done; the same file twice is kept once.

    Raises what ``show_done`` does, and ``InvalidInput`` for what is none of these.
    """
    kind = (await inspect_page(services, paper.content, video=True)).media_type
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, application_id)
        require_applicant(case, user_id)
        data_key = await services.encryption.key(reader, case.data_key_id)
    file = await store_file(services, data_key, paper.content, kind, paper.caption)

    async def showing(tx: Transaction, case: Case) -> None:
        obligation = await _begin(services, tx, case, user_id, no)
        await require_consent(tx, user_id, purpose_of(case.service))
        await attachments.add_page(tx, case.id, EVIDENCE, file, page=paper.order, now=services.now)
        await _shown(services, tx, case, obligation, paper.caption)
        page = await attachments.page_of(tx, case.id, EVIDENCE, file)
        said = {"title": obligation.title}
        await tell_staff(
            services,
            tx,
            case,
            "staff-obligation-shown",
            said,
            dedupe=f"shown:{no}:{key}",
            document=page.id,
            caption=paper.caption,
        )

    await run_case_action(services, key, application_id, showing)


async def tick_obligation(services: Services, *, key: str, application_id: int, actor: int, no: int) -> Ticked:
    """The specialist confirms that it is done; the person is told. Raises ``Refusal("obligation-over")``."""

    async def ticking(tx: Transaction, case: Case) -> Ticked:
        require_open(case)
        obligation = await obligations.one(tx, services.encryption, case, no)
        if not await obligations.move(tx, obligation.id, _TODO, ObligationState.DONE, services.now):
            raise Refusal("obligation-over")
        await reminders.drop(tx, Subject(SubjectKind.OBLIGATION, case.id, no))
        said = {"text": obligation.title}
        await cases.add_event(
            tx, services.encryption, case.id, "tick", Actor(Role.SPECIALIST, actor), services.now, said
        )
        told = {"title": obligation.title}
        await tell_citizen(services, tx, case, "case-obligation-done", told, dedupe=f"ticked:{no}")
        return Ticked(obligation.title)

    return await run_case_action(services, key, application_id, ticking)


async def _begin(services: Services, tx: Transaction, case: Case, user_id: int, no: int) -> Obligation:
    """Return the obligation; raises ``Refusal``: ``case-unknown``, ``obligation-unknown``, ``obligation-over``."""
    require_applicant(case, user_id)
    obligation = await obligations.one(tx, services.encryption, case, no)
    if case.state not in FOLLOWED_STATES or obligation.state not in _TODO:
        raise Refusal("obligation-over")
    return obligation


async def _shown(services: Services, tx: Transaction, case: Case, obligation: Obligation, words: str = "") -> None:
    await obligations.move(tx, obligation.id, _TODO, ObligationState.SHOWN, services.now)
    said = {"text": f"{obligation.title}\n{words}".strip()}
    await cases.add_event(tx, services.encryption, case.id, "show_done", case.applicant, services.now, said)

"""Submitting an application: checked, numbered, routed and acknowledged in one transaction, once."""

from dataclasses import dataclass
from datetime import datetime, time
from random import SystemRandom

from bot.domain.applications.application import Application, StoredFile
from bot.domain.cases.case import AID
from bot.domain.cases.deadlines import Channel, deadlines
from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.domain.codes import make_case_code
from bot.domain.errors import Refusal
from bot.domain.forms.fields import Excuse
from bot.domain.forms.forms import Answer, visible_answers
from bot.domain.people.consents import purpose_of
from bot.domain.subject import Subject, SubjectKind
from bot.forms import incomes
from bot.services.applications.drafts import Draft, draft_of
from bot.services.assistants.filing import CONSENT_PAPER, file_for_client, store_consent
from bot.services.calendar import calendar, today
from bot.services.cases.alarms import set_alarms
from bot.services.cases.routing import send_card
from bot.services.consents.agreeing import require_consent
from bot.services.work import Services
from bot.texts import COUNTRY_ZONE, zone
from storage.applications import applications, attachments
from storage.cases import cases
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT, OutboxMessage
from storage.people.persons import ensure_person
from storage.privacy import consents

CONSENT_VERSION = "2026-12"
"""Version of the texts ``aid-consent-*``: what exactly a person agreed to when submitting."""
RECEIPT = "case_receipt"
_END_OF_WORK = time(18)
_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Submitted:
    """The case a draft became."""

    application_id: int
    code: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of the case, and the files it no longer names."""

    code: str
    files: tuple[str, ...] = ()


async def submit_application(
    services: Services, *, key: str, user_id: int, application_id: int, language: str
) -> Submitted:
    """Make the draft a case; pressing again gives the same case.

    Raises `Refusal`: `application-incomplete`, `application-exists` (param `number`: the person's case of this
    quarter), `application-exists-elsewhere` (it was sent by somebody else, so its code is not told),
    `case-unknown` (not this citizen's), `assistant-removed`.
    """
    consent = await store_consent(services, application_id)

    async def submit(tx: Transaction) -> Numbered:
        application = await applications.read(tx, services.encryption, application_id)
        if application.made_by != user_id:
            raise Refusal("case-unknown")
        if application.state is not CaseState.DRAFT:
            return Numbered(str(application.code))
        await require_consent(tx, user_id, purpose_of(application.service))
        code = await _submit(services, tx, application, language, consent)
        return Numbered(code, tuple(await _drop_unsaid(services, tx, application)))

    numbered = await services.run_once(key, submit)
    for name in numbered.files:
        await services.files.remove(name)
    return Submitted(application_id, numbered.code)


async def _submit(
    services: Services, tx: Transaction, application: Application, language: str, consent: StoredFile | None
) -> str:
    assisted = await file_for_client(services, tx, application, consent)
    draft = await draft_of(tx, application, today(services.now))
    if draft.next_question is not None:
        raise Refusal("application-incomplete")
    person_id, _ = await ensure_person(tx, services.encryption, str(draft.answers["iin"]), services.now)
    period = _period(draft)
    await _refuse_second(tx, application, person_id, period)
    if not assisted:
        given = (application.service, CONSENT_VERSION, language, services.now)
        await consents.give(tx, application.made_by, *given)
    code = await _free_code(tx)
    await applications.set_language(tx, application.id, language)
    answers = {**_final(draft), **assisted}
    case = await cases.advance(
        tx,
        services.encryption,
        await cases.load(tx, services.encryption, application.id),
        CaseAction.SUBMIT,
        by=Actor(Role.ASSISTANT if assisted else Role.CITIZEN, application.made_by),
        now=services.now,
        payload={"consent": CONSENT_VERSION, "language": language, **assisted},
        code=code,
        person_id=person_id,
        period=period,
        form_version=draft.form.version,
        answers=applications.sealed_answers(application, answers),
        region=answers.get("region"),
        submitted_at=services.now,
        clock_due=_forward_by(services, draft),
    )
    await set_alarms(services, tx, case)
    await send_card(services, tx, application.id)
    await services.enqueue(tx, _receipt(application))
    return code


async def _drop_unsaid(services: Services, tx: Transaction, application: Application) -> list[str]:
    """Remove pages of papers the application does not speak of: a choice taken back; return their files."""
    answers = (await applications.read(tx, services.encryption, application.id)).answers
    attached = {name for name, answer in answers.items() if answer == Excuse.ATTACHED}
    return await attachments.remove_others(tx, application.id, {*attached, CONSENT_PAPER})


def _period(draft: Draft) -> str:
    """Return the period a person may have one case of: a quarter for АӘК; for another service, its consideration."""
    if draft.application.service == AID:
        return f"{draft.quarter.year}-{draft.quarter.number}"
    return f"application-{draft.application.id}"


def _final(draft: Draft) -> dict[str, Answer]:
    """Return what is submitted: only answers and pages the form still asks for."""
    answers = visible_answers(draft.form, draft.answers)
    return {**answers, "incomes": incomes.of_family(draft.answers)} if "incomes" in answers else answers


async def _refuse_second(tx: Transaction, application: Application, person_id: int, period: str) -> None:
    if application.service == AID:
        other = await applications.live_case(tx, person_id, application.service, period)
    else:
        other = await applications.case_under_consideration(tx, person_id, application.service)
    if other is None:
        return
    if other["made_by"] == application.made_by:
        raise Refusal("application-exists", number=other["code"])
    raise Refusal("application-exists-elsewhere")


async def _free_code(tx: Transaction) -> str:
    while await applications.code_taken(tx, code := make_case_code(_RANDOM)):
        continue
    return code


def _forward_by(services: Services, draft: Draft) -> int:
    """Return the end of the second working day (order 109 item 5)."""
    channel = Channel(str(draft.answers.get("channel", Channel.CENTRE)))
    day = deadlines(today(services.now), calendar(), channel=channel).forward_by
    return int(datetime.combine(day, _END_OF_WORK, zone(COUNTRY_ZONE)).timestamp())


def _receipt(application: Application) -> OutboxMessage:
    return OutboxMessage(
        dedupe_key=f"case-receipt:{application.id}",
        chat_id=application.made_by,
        kind=RECEIPT,
        payload={"application_id": application.id},
        subject=Subject(SubjectKind.CASE, application.id),
        priority=URGENT,
    )

"""Applying for a payment: checked, numbered, put into the registry and before the staff in one transaction, once."""

from dataclasses import dataclass
from random import SystemRandom

from bot.callbacks import PaymentNotification
from bot.domain.cases.states import Actor, Role
from bot.domain.codes import make_case_code
from bot.domain.errors import Refusal
from bot.domain.forms.forms import visible_answers
from bot.domain.payment_applications import (
    ApplicationHead,
    PaymentApplication,
    PaymentApplicationAction,
    PaymentApplicationState,
)
from bot.domain.payments.payment import StoredPayment
from bot.domain.payments.statuses import PaymentStatus
from bot.domain.people.consents import TEXT_VERSION, Purpose
from bot.domain.people.identifiers import Iin
from bot.domain.subject import Subject, SubjectKind
from bot.services.calendar import today
from bot.services.consents.agreeing import require_consent
from bot.services.notifications import NotificationButton, notification
from bot.services.payment_applications.form import FilledForm, form_of, own_application
from bot.services.payment_applications.routing import chat_for_payment_application, send_card
from bot.services.payments.check import ATTEMPTS, PERIOD_SECONDS, whole_minute
from bot.services.payments.programmes import find_offered
from bot.services.payments.registry_entry import record_application
from bot.services.payments.subscriptions import subscribe
from bot.services.work import Services
from bot.texts import Bilingual
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.payment_applications import payment_applications as store
from storage.payments import payments, subscriptions
from storage.people.persons import ensure_person

_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it. Not ``sent``: one exists already, and ``application_id`` or ``payment_id`` say which.

    Both are None where it is somebody else's, or where it is not proved yet that it is the applicant's own.
    """

    sent: bool
    application_id: int | None
    payment_id: int | None


async def submit_to_programme(
    services: Services, *, key: str, user_id: int, application_id: int, language: str
) -> Outcome:
    """Send the draft; pressing again gives the same application.

    Raises ``Refusal``: ``intake-unknown``, ``intake-closed``, ``intake-incomplete``, ``payment-attempts`` (params
    ``limit``, ``opens``).
    """

    async def submit(tx: Transaction) -> Outcome:
        await require_consent(tx, user_id, Purpose.PAYMENTS)
        application = await own_application(services, tx, user_id, application_id)
        if application.state is not PaymentApplicationState.DRAFT:
            return Outcome(sent=True, application_id=application.id, payment_id=application.payment_id)
        return await _submit(services, tx, application, language)

    return await services.run_once(key, submit)


async def own_for_number(services: Services, user_id: int, programme_id: str, iin: Iin) -> int | None:
    """Return the person's own application that stands for this ИИН already, to be shown before they fill the rest."""
    async with services.db.read() as reader:
        return await store.own_live(reader, user_id, programme_id, services.encryption.lookup("iin", iin))


async def _submit(services: Services, tx: Transaction, application: PaymentApplication, language: str) -> Outcome:
    filled = form_of(application)
    programme = find_offered(services, application.programme)
    if programme is None or not programme.is_open(today(services.now)):
        raise Refusal("intake-closed")
    if filled.next_question is not None:
        raise Refusal("intake-incomplete")
    iin = str(filled.answers["iin"])
    await _check_rate_limit(services, tx, application.made_by)
    person_id, _ = await ensure_person(tx, services.encryption, iin, services.now)
    standing = await _standing(services, tx, application, person_id, iin)
    if standing is not None:
        return standing
    sent = await _send(services, tx, filled, person_id, language)
    return Outcome(sent=True, application_id=sent.id, payment_id=sent.payment_id)


async def _send(
    services: Services, tx: Transaction, filled: FilledForm, person_id: int, language: str
) -> PaymentApplication:
    draft = filled.application
    sent = await store.move(
        tx,
        services.encryption,
        draft,
        PaymentApplicationAction.SUBMIT,
        by=Actor(Role.CITIZEN, draft.made_by),
        now=services.now,
        payload={"consent": TEXT_VERSION, "language": language},
        code=await _free_code(tx),
        person_id=person_id,
        language=language,
        answers=store.sealed_answers(draft, visible_answers(filled.form, filled.answers)),
        submitted_at=services.now,
        staff_chat=await chat_for_payment_application(tx),
    )
    payment_id = await record_application(services, tx, sent)
    await store.set_payment(tx, sent.id, payment_id)
    await subscribe(services, tx, payment_id, sent.made_by)
    await services.enqueue(tx, _receipt(filled, sent, payment_id))
    await send_card(services, tx, sent.id)
    return await store.load(tx, services.encryption, sent.id)


def _receipt(filled: FilledForm, sent: PaymentApplication, payment_id: int) -> OutboxMessage:
    name = filled.programme.name
    return notification(
        f"{sent.subject}:receipt",
        sent.made_by,
        "intake-receipt",
        {"number": sent.code, "programme": Bilingual(name.kk, name.ru)},
        buttons=[[NotificationButton("payment-notice-open", PaymentNotification(payment_id))]],
        subject=sent.subject,
    )


async def _standing(
    services: Services, tx: Transaction, application: PaymentApplication, person_id: int, iin: str
) -> Outcome | None:
    """Return what stands in the way: an application of this person that is not refused, or another's payment.

    A refused payment may be applied for again, but only by whoever has proved that it is theirs: a new application
    takes over its phone and number, by which the status is shown.
    """
    user_id, programme = application.made_by, application.programme
    payment = await payments.by_iin(tx, programme, services.encryption.lookup("iin", iin))
    live = await store.live_of(tx, person_id, programme)
    is_own = await _is_own(tx, user_id, live, payment)
    if live is not None and _is_over(live, payment) and is_own:
        ended = await store.load(tx, services.encryption, live.id)
        await store.move(
            tx,
            services.encryption,
            ended,
            PaymentApplicationAction.CLOSE,
            by=Actor(Role.CITIZEN, user_id),
            now=services.now,
        )
        return None
    if live is None and (payment is None or (payment.status is PaymentStatus.REFUSED and is_own)):
        return None
    if not is_own:
        return Outcome(sent=False, application_id=None, payment_id=None)
    mine = live.id if live is not None and live.made_by == user_id else None
    return Outcome(sent=False, application_id=mine, payment_id=payment.id if payment else None)


async def _is_own(tx: Transaction, user_id: int, live: ApplicationHead | None, payment: StoredPayment | None) -> bool:
    if live is not None and live.made_by == user_id:
        return True
    return payment is not None and await subscriptions.is_subscribed(tx, payment.id, user_id)


def _is_over(live: ApplicationHead, payment: StoredPayment | None) -> bool:
    """A registry has refused what was exported: nothing of it goes on."""
    return (
        live.state is PaymentApplicationState.EXPORTED
        and payment is not None
        and payment.status is PaymentStatus.REFUSED
    )


async def _check_rate_limit(services: Services, tx: Transaction, user_id: int) -> None:
    """Count it by account alone: whatever strangers send under an ИИН, its owner can still apply."""
    subjects = (str(Subject(SubjectKind.USER, user_id)),)
    opens = await rate_limits.take(tx, "intake", subjects, now=services.now, limit=ATTEMPTS, seconds=PERIOD_SECONDS)
    if opens is not None:
        raise Refusal("payment-attempts", limit=ATTEMPTS, opens=whole_minute(opens))


async def _free_code(tx: Transaction) -> str:
    while await store.code_taken(tx, code := make_case_code(_RANDOM)):
        continue
    return code

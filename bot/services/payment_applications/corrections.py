"""Putting a refused or returned payment right: straight from its message to the questions it is about (product P3)."""

from dataclasses import dataclass

from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.payment_applications import PaymentApplication, PaymentApplicationAction, PaymentApplicationState
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.forms.payment import payment_form, with_confirmations
from bot.services.payment_applications.form import own_application
from bot.services.payments.correctable import open_programme
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications as store
from storage.payments import payments


@dataclass(frozen=True, slots=True)
class Correction:
    """The application to be filled."""

    id: int


async def begin_correction(services: Services, *, key: str, user_id: int, application_id: int, language: str) -> int:
    """Return the application to be filled now: a returned one asks its account anew, a refused one becomes a draft.

    The draft has every answer of the refused application but those its reason is about. One that waits for a
    correction already is returned as it is. Raises ``Refusal``: ``intake-unknown``, ``intake-closed``,
    ``intake-not-mendable`` (nothing the applicant could put right).
    """

    async def begin(tx: Transaction) -> Correction:
        application = await own_application(services, tx, user_id, application_id)
        return Correction(await _mend(services, tx, application, language))

    return (await services.run_once(key, begin)).id


async def _mend(services: Services, tx: Transaction, application: PaymentApplication, language: str) -> int:
    if application.state in {PaymentApplicationState.DRAFT, PaymentApplicationState.CORRECTION}:
        return application.id
    programme = open_programme(services, application.programme)
    if programme is None:
        raise Refusal("intake-closed")
    payment = await payments.by_id(tx, application.payment_id) if application.payment_id else None
    if payment is None or payment.reason is None:
        raise Refusal("intake-not-mendable")
    reason = payment.reason
    asked = with_confirmations(payment_form(programme), programme.remedies[reason].corrects)
    asked = tuple(field_id for field_id in asked if field_id in application.answers)
    if not asked:
        raise Refusal("intake-not-mendable")
    if payment.status is PaymentStatus.BANK_REJECTED and application.state is PaymentApplicationState.EXPORTED:
        return await _reopen(services, tx, application, reason, asked)
    return await _draft_again(services, tx, application, asked, language)


async def _reopen(
    services: Services, tx: Transaction, application: PaymentApplication, reason: PaymentReason, asked: tuple[str, ...]
) -> int:
    await store.move(
        tx,
        services.encryption,
        application,
        PaymentApplicationAction.REOPEN,
        by=Actor(Role.CITIZEN, application.made_by),
        now=services.now,
        payload={"reason": reason.value},
        asked=store.told_asked(asked),
        asked_reason=reason.value,
        corrected=None,
        owner=None,
        owner_name=None,
        export_id=None,
    )
    return application.id


async def _draft_again(
    services: Services, tx: Transaction, refused: PaymentApplication, asked: tuple[str, ...], language: str
) -> int:
    user_id, programme = refused.made_by, refused.programme
    draft = await store.find_draft(tx, services.encryption, user_id, programme)
    if draft is None:
        draft_id = await store.start_draft(
            tx,
            services.encryption,
            user_id=user_id,
            programme=programme,
            language=language,
            form_version=refused.form_version,
            now=services.now,
        )
        draft = await store.load(tx, services.encryption, draft_id)
    answers = {field_id: answer for field_id, answer in refused.answers.items() if field_id not in asked}
    await store.keep_answers(tx, draft, answers, services.now)
    return draft.id

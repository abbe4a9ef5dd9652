"""A correction comes back: the answers asked for are replaced, and whoever asked goes on (product P3)."""

from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.forms.forms import visible_answers
from bot.domain.payment_applications import PaymentApplicationAction, PaymentApplicationState
from bot.services.payment_applications.form import form_of, own_application
from bot.services.payment_applications.review import listed
from bot.services.payment_applications.routing import send_card, tell_staff
from bot.services.work import Services
from bot.texts import TextRef
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications as store


async def send_correction(services: Services, *, key: str, user_id: int, application_id: int) -> None:
    """Send what was corrected to the application's owner; pressing again changes nothing.

    Raises ``Refusal``: ``intake-unknown``, ``intake-incomplete`` (an asked question has no answer yet),
    ``intake-state`` (param ``state``: nothing is asked any more).
    """

    async def send(tx: Transaction) -> None:
        await _send(services, tx, user_id, application_id)

    await services.run_once(key, send)


async def _send(services: Services, tx: Transaction, user_id: int, application_id: int) -> None:
    application = await own_application(services, tx, user_id, application_id)
    if application.state is PaymentApplicationState.IN_CHECK and application.asked_reason is not None:
        return
    filled = form_of(application)
    if filled.is_correction and filled.next_question is not None:
        raise Refusal("intake-incomplete")
    fixed = [field for field in filled.fields if filled.answers.get(field.id) != application.answers.get(field.id)]
    corrected = await store.move(
        tx,
        services.encryption,
        application,
        PaymentApplicationAction.CORRECT,
        by=Actor(Role.CITIZEN, user_id),
        now=services.now,
        # What was answered before stays on record: nothing is overwritten without a trace.
        payload={"before": {field.id: application.answers.get(field.id) for field in fixed}},
        answers=store.sealed_answers(application, visible_answers(filled.form, filled.answers)),
        asked=None,
        corrected=None,
    )
    names = listed([TextRef(f"{field.key}-short") for field in fixed]) if fixed else TextRef("intake-nothing-changed")
    await tell_staff(
        services,
        tx,
        corrected,
        "intake-desk-corrected",
        {"asked": names, "owner": corrected.owner_name or "—"},
        dedupe=f"corrected:{corrected.version}",
    )
    await send_card(services, tx, corrected.id)

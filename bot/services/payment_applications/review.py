"""What staff do with an application: take (exactly one owner), ask for corrections, accept or refuse (product P2)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.callbacks import PaymentApplicationNotification
from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.payment_applications import OPEN_FOR_STAFF, STATUS_AFTER, PaymentApplication, PaymentApplicationAction
from bot.domain.payments.programmes import Programme
from bot.domain.payments.statuses import PaymentReason
from bot.domain.subject import Subject, SubjectKind
from bot.domain.work_items import require_free, require_owner, require_owner_or_chief
from bot.forms.payment import payment_form, with_confirmations
from bot.services.notifications import NotificationButton, notification
from bot.services.payment_applications.routing import send_card
from bot.services.payments.programmes import programmes
from bot.services.payments.registry_entry import record_status
from bot.services.work import Services
from bot.texts import Bilingual, TextRef
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications as store
from storage.privacy import audit_log

_Acting = Callable[[Transaction, PaymentApplication], Awaitable[PaymentApplication]]


async def take_application(services: Services, *, key: str, application_id: int, actor: int, name: str) -> None:
    """Make ``actor`` the owner.

    Raises ``Refusal``: ``intake-taken`` (param ``owner``), ``intake-yours``, ``intake-state``.
    """

    async def taking(tx: Transaction, application: PaymentApplication) -> PaymentApplication:
        if application.state in OPEN_FOR_STAFF:
            require_free(application, actor)
        taken = await _move(
            services,
            tx,
            application,
            PaymentApplicationAction.TAKE,
            actor,
            {"name": name},
            owner=actor,
            owner_name=name,
        )
        await record_status(services, tx, taken, STATUS_AFTER[taken.state])
        return taken

    await _act(services, key, application_id, taking)


async def release_application(
    services: Services, *, key: str, application_id: int, actor: int, name: str, is_chief: bool
) -> None:
    """Give it back to everybody; by its owner, or by whoever administers the chat.

    Raises ``Refusal``: ``intake-take-first``, ``intake-not-yours`` (param ``owner``), ``intake-state``.
    """

    async def releasing(tx: Transaction, application: PaymentApplication) -> PaymentApplication:
        require_owner_or_chief(application, actor, is_chief=is_chief)
        none = {"owner": None, "owner_name": None}
        return await _move(services, tx, application, PaymentApplicationAction.RELEASE, actor, {"name": name}, **none)

    await _act(services, key, application_id, releasing)


async def ask_correction(
    services: Services,
    *,
    key: str,
    application_id: int,
    actor: int,
    reason: PaymentReason,
    field_ids: Sequence[str],
) -> None:
    """Have the applicant put answers right; they get the reason and a button that opens exactly these questions.

    Raises ``Refusal``: ``intake-take-first``, ``intake-not-yours``, ``intake-state``, ``intake-nothing-asked`` (no
    question, or one that cannot be corrected).
    """

    async def asking(tx: Transaction, application: PaymentApplication) -> PaymentApplication:
        require_owner(application, actor)
        programme = programmes()[application.programme]
        if not field_ids or not set(field_ids) <= set(correctable(programme, application)):
            raise Refusal("intake-nothing-asked")
        asked = with_confirmations(payment_form(programme), tuple(field_ids))
        moved = await _move(
            services,
            tx,
            application,
            PaymentApplicationAction.ASK,
            actor,
            {"reason": reason.value, "asked": list(field_ids)},
            asked=store.told_asked(asked),
            asked_reason=reason.value,
            corrected=None,
        )
        await _tell_asked(services, tx, moved, programme, reason, field_ids)
        return moved

    await _act(services, key, application_id, asking)


async def accept_application(services: Services, *, key: str, application_id: int, actor: int) -> None:
    """Accept: it goes with the next export. Raises ``intake-take-first``, ``intake-not-yours``, ``intake-state``."""

    async def accepting(tx: Transaction, application: PaymentApplication) -> PaymentApplication:
        require_owner(application, actor)
        accepted = await _move(services, tx, application, PaymentApplicationAction.ACCEPT, actor)
        await record_status(services, tx, accepted, STATUS_AFTER[accepted.state])
        return accepted

    await _act(services, key, application_id, accepting)


async def refuse_application(
    services: Services, *, key: str, application_id: int, actor: int, reason: PaymentReason
) -> None:
    """Refuse for one of the programme's reasons; the person is told it and what can be done.

    Raises ``intake-take-first``, ``intake-not-yours``, ``intake-state``, ``intake-reason``.
    """

    async def refusing(tx: Transaction, application: PaymentApplication) -> PaymentApplication:
        require_owner(application, actor)
        if reason not in programmes()[application.programme].reasons:
            raise Refusal("intake-reason")
        refused = await _move(
            services, tx, application, PaymentApplicationAction.REFUSE, actor, {"reason": reason.value}
        )
        await record_status(services, tx, refused, STATUS_AFTER[refused.state], reason)
        return refused

    await _act(services, key, application_id, refusing)


async def record_reveal(services: Services, application: PaymentApplication, actor: int) -> None:
    """Put on record that a specialist saw the full data."""
    subject = Subject(SubjectKind.IIN, services.encryption.lookup("iin", str(application.answers["iin"])))
    await services.db.write(
        lambda tx: audit_log.record(tx, subject, actor, "payment application opened by staff", services.now)
    )


def correctable(programme: Programme, application: PaymentApplication) -> list[str]:
    """Return the answers that may be asked for once more, in the form's order: those given that a remedy names."""
    named = {field for remedy in programme.remedies.values() for field in remedy.corrects}
    return [field for field in programme.fields if field in named and field in application.answers]


async def _act(services: Services, key: str, application_id: int, acting: _Acting) -> None:
    async def act_on_application(tx: Transaction) -> None:
        done = await acting(tx, await store.load(tx, services.encryption, application_id))
        await send_card(services, tx, done.id)

    await services.run_once(key, act_on_application)


async def _move(
    services: Services,
    tx: Transaction,
    application: PaymentApplication,
    action: PaymentApplicationAction,
    actor: int,
    payload: Mapping[str, object] | None = None,
    **columns: str | int | None,
) -> PaymentApplication:
    return await store.move(
        tx,
        services.encryption,
        application,
        action,
        by=Actor(Role.SPECIALIST, actor),
        now=services.now,
        payload=payload,
        **columns,
    )


async def _tell_asked(
    services: Services,
    tx: Transaction,
    application: PaymentApplication,
    programme: Programme,
    reason: PaymentReason,
    field_ids: Sequence[str],
) -> None:
    form, remedy = payment_form(programme), programme.remedies[reason].do
    args = {
        "number": application.code,
        "reason": TextRef(f"payment-reason-{reason}"),
        "remedy": Bilingual(remedy.kk, remedy.ru),
        "asked": listed([TextRef(f"{form.field(field_id).key}-short") for field_id in field_ids]),
    }
    button = NotificationButton("intake-button-fix", PaymentApplicationNotification("fix", application.id), "primary")
    outgoing = notification(
        f"{application.subject}:ask:{application.version}",
        application.made_by,
        "intake-correction",
        args,
        buttons=[[button]],
        subject=application.subject,
    )
    await services.enqueue(tx, outgoing)


def listed(names: Sequence[TextRef]) -> TextRef:
    """Return names as one text, with commas, in whatever language it is told."""
    first, *rest = names
    return TextRef("intake-listed", {"first": first, "rest": listed(rest)}) if rest else first

"""The payment: status and its date, what it means, what comes next, the steps so far; being told of changes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.payments.programmes import Programme
from bot.domain.payments.statuses import STATUSES_WITH_REASON, PaymentReason, PaymentStatus
from bot.services.calendar import today
from bot.services.payments.programmes import programmes
from bot.services.payments.subscriptions import follow_payment, unfollow_payment
from bot.services.payments.texts import expected_by, status_key, status_text, statuses_ahead, told
from bot.services.payments.view import PaymentStep, PaymentView, view_payment
from bot.texts import LocalDate, LocalDateTime, Money, TextRef
from dialogs.payment_applications.api import open_correction
from dialogs.payments.data import PaymentData
from dialogs.samples import NOW, TODAY
from dialogs.states import Payment
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText


async def _result(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services = services_of(dialog_manager)
    view = await view_payment(services, PaymentData(dialog_manager).payment_id, context_of(dialog_manager).user_id)
    return _shown(view, today(services.now))


def _shown(view: PaymentView | None, day: date) -> Shown:
    if view is None:
        return {"gone": True}
    return {
        "known": True,
        **status_text(view.programme, view.status, view.reason, view.since, day),
        "programme": told(view.programme.name),
        "day": LocalDate.of(view.since),
        "number": view.number or "—",
        "amount": Money(view.amount),
        "steps": _steps(view),
        "subscribed": view.subscribed,
        "unsubscribed": not view.subscribed,
        "mendable": view.mendable is not None,
        "source": _source_note(view),
    }


def _previews() -> Iterator[Shown]:
    yield _shown(None, TODAY)
    for programme in programmes().values():
        for status in programme.statuses:
            for reason in programme.reasons if status in STATUSES_WITH_REASON else (None,):
                view = _sample(programme, status, reason)
                yield from (_shown(view, day) for day in (TODAY, TODAY + timedelta(days=60)))


def _sample(programme: Programme, status: PaymentStatus, reason: PaymentReason | None) -> PaymentView:
    has_more = status in STATUSES_WITH_REASON
    return PaymentView(
        payment_id=47,
        programme=programme,
        number="000047" if has_more else None,
        amount=programme.amount,
        status=status,
        reason=reason,
        since=TODAY,
        steps=(PaymentStep(programme.statuses[0], TODAY), PaymentStep(status, TODAY)),
        subscribed=not has_more,
        mendable=47 if has_more else None,
        source_silent_since=NOW if has_more else None,
    )


def _source_note(view: PaymentView) -> TextRef | None:
    if view.source_silent_since is None:
        return None
    return TextRef("payment-source-silent", {"known": LocalDateTime(view.source_silent_since)})


def _steps(view: PaymentView) -> list[TextRef]:
    """Return the way as lines: what is done, where it stands, what is still ahead and by when."""
    *past, now = view.steps
    done = [TextRef("payment-step-done", _step(step)) for step in past]
    return [*done, TextRef("payment-step-now", _step(now)), *_ahead(view)]


def _step(step: PaymentStep) -> dict[str, Any]:
    return {"day": LocalDate.of(step.day, "digits"), "status": status_key(step.status)}


def _ahead(view: PaymentView) -> list[TextRef]:
    lines = [
        TextRef("payment-step-ahead", {"status": status_key(status)})
        for status in statuses_ahead(view.programme, view.status)
    ]
    by = expected_by(view.programme, view.status, view.since)
    if lines and by is not None:
        lines[0] = TextRef("payment-step-ahead-by", {**lines[0].args, "by": LocalDate.of(by, "digits")})
    return lines


async def _subscribe(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await follow_payment(services_of(manager), PaymentData(manager).payment_id, context_of(manager).user_id)


async def _unsubscribe(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await unfollow_payment(services_of(manager), PaymentData(manager).payment_id, context_of(manager).user_id)


async def _mend(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    user_id = context_of(manager).user_id
    view = await view_payment(services_of(manager), PaymentData(manager).payment_id, user_id)
    if view is not None and view.mendable is not None:
        await open_correction(manager, view.mendable)


result_window = screen(
    I18nText("payment-gone", when="gone"),
    I18nText("payment-result", when="known"),
    Lines("steps", when="known"),
    DynamicText("source", when="source"),
    I18nText("payment-followed", when="subscribed"),
    Button(
        ButtonText("intake-button-fix"), id="mend", on_click=_mend, when="mendable", style=Style(ButtonStyle.PRIMARY)
    ),
    Button(ButtonText("payment-follow"), id="follow", on_click=_subscribe, when="unsubscribed"),
    Button(ButtonText("payment-unfollow"), id="unfollow", on_click=_unsubscribe, when="subscribed"),
    SwitchTo(ButtonText("payment-questions"), id="topics", state=Payment.topics),
    state=Payment.result,
    getter=_result,
    previews=_previews,
    beside_home=Payment.home,
)

"""A programme that takes applications: who pays what until when, and what will be needed."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.payment_applications import PaymentApplicationState, SentApplication
from bot.domain.payments.programmes import Programme, Round
from bot.services.calendar import today
from bot.services.payment_applications.form import FilledForm, begin_application
from bot.services.payment_applications.queries import own_applications
from bot.services.payments.programmes import programme_2020
from bot.services.payments.texts import told
from bot.texts import LocalDate, Money, TextRef
from dialogs.forms.asking import go_on
from dialogs.payment_applications.api import open_sent
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.payment_applications.samples import sample_filled
from dialogs.payment_applications.source import FORM, programme_here
from dialogs.samples import CASE_CODE
from dialogs.states import Intake
from dialogs.widgets.link_button import link_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText, ItemText


async def _intro(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    programme = programme_here(dialog_manager)
    own = await own_applications(services, user_id, programme.id)
    return _shown(programme, programme.round_on(today(services.now)), own.draft, own.sent)


def _shown(
    programme: Programme, part: Round | None, draft: FilledForm | None, sent: Sequence[SentApplication]
) -> Shown:
    answered, total = draft.progress if draft else (0, 0)
    return {
        "programme": told(programme.name),
        "payer": told(programme.payer),
        "amount": Money(part.amount if part else programme.amount),
        "closes": LocalDate.of(part.closes if part else programme.closed_on()),
        "open": part is not None,
        "closed": None if part else TextRef("intake-is-closed"),
        "draft": TextRef("intake-draft", {"answered": str(answered), "total": str(total)}) if draft and part else None,
        "fresh": part is not None and draft is None,
        "begun": part is not None and draft is not None,
        "sent": [
            (str(each.id), TextRef("intake-sent-item", {"number": each.code, "state": _state(each.state)}))
            for each in sent
        ],
    }


_SENT = [state for state in PaymentApplicationState if state is not PaymentApplicationState.DRAFT]


def _previews() -> Iterator[Shown]:
    draft, closed = sample_filled({}), programme_2020()
    part = draft.programme.rounds[0]
    yield _shown(draft.programme, part, None, [])
    yield _shown(draft.programme, part, draft, [])
    yield _shown(closed, None, None, [SentApplication(47, CASE_CODE, state) for state in _SENT])


def _state(state: PaymentApplicationState) -> TextRef:
    return TextRef(f"intake-short-{state}")


async def _begin(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        PaymentApplicationData(manager).application = await begin_application(
            services_of(manager),
            user_id=context.user_id,
            programme_id=programme_here(manager).id,
            language=context.language,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    await go_on(FORM, manager)


async def _open_sent(_event: CallbackQuery, _select: Any, manager: DialogManager, item: str) -> None:
    await open_sent(manager, int(item))


intro_window = screen(
    I18nText("intake-intro"),
    I18nText("intake-needed", when="open"),
    DynamicText("closed", when="closed"),
    DynamicText("draft", when="draft"),
    Button(ButtonText("intake-begin"), id="begin", on_click=_begin, when="fresh", style=Style(ButtonStyle.SUCCESS)),
    Button(ButtonText("form-continue"), id="continue", on_click=_begin, when="begun", style=Style(ButtonStyle.PRIMARY)),
    Column(Select(ItemText(), id="sent", item_id_getter=lambda item: item[0], items="sent", on_click=_open_sent)),
    state=Intake.intro,
    getter=_intro,
    previews=_previews,
    beside_home=link_button("button-back", "payment"),
)

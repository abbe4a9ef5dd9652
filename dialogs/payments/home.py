"""The first screen: the programme of 2020 is closed, what can still be done, and programmes that are open
(product P2)."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.payments.programmes import Programme
from bot.services.payments.programmes import last_days, open_now, programme_2020, programmes
from bot.services.payments.texts import told
from bot.services.payments.view import followed_payment, open_followed
from bot.texts import LocalDate, Money, TextRef
from dialogs.language import language_button
from dialogs.payments.data import PaymentData
from dialogs.states import Intake, Payment
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _home(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services = services_of(dialog_manager)
    return _shown(await followed_payment(services, context_of(dialog_manager).user_id), open_now(services))


def _shown(followed: int | None, taking: Sequence[Programme]) -> Shown:
    programme = programme_2020()
    first, *_between, last = last_days(programme)
    return {
        "amount": Money(programme.amount),
        "first": LocalDate.of(first),
        "last": LocalDate.of(last),
        "followed": followed is not None,
        "takes": [(each.id, TextRef("intake-apply", {"programme": told(each.name)})) for each in taking],
    }


def _previews() -> Iterator[Shown]:
    yield _shown(None, [])
    yield _shown(47, list(programmes().values()))


async def _open_mine(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    services, user_id = services_of(manager), context_of(manager).user_id
    payment_id = await followed_payment(services, user_id)
    if payment_id is not None and await open_followed(services, payment_id, user_id):
        PaymentData(manager).payment_id = payment_id
        await manager.switch_to(Payment.result)


async def _apply(_event: CallbackQuery, _select: Any, manager: DialogManager, programme_id: str) -> None:
    await manager.start(Intake.intro, data={"programme": programme_id}, mode=StartMode.RESET_STACK)


home_window = screen(
    I18nText("payment-home"),
    ContinueButtons(),
    Button(ButtonText("payment-mine"), id="mine", on_click=_open_mine, when="followed"),
    Column(Select(ItemText(), id="take", item_id_getter=lambda item: item[0], items="takes", on_click=_apply)),
    SwitchTo(ButtonText("payment-check"), id="check", state=Payment.iin, style=Style(ButtonStyle.PRIMARY)),
    SwitchTo(ButtonText("payment-questions"), id="topics", state=Payment.topics),
    SwitchTo(ButtonText("payment-beware"), id="fake", state=Payment.fake),
    language_button(),
    state=Payment.home,
    getter=_home,
    previews=_previews,
    fallback="stray-menu",
)

"""The plot and the loan: two questions that the centre looks at besides incomes."""

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from dialogs.eligibility.source import QUESTIONS
from dialogs.forms.asking import keep
from dialogs.states import Eligibility
from dialogs.widgets.screen import Screen, screen
from dialogs.widgets.text import ButtonText, I18nText


def _window(state: State, before: State, question: I18nText, *, no: ButtonText, yes: ButtonText) -> Screen:
    name = str(state.state).rpartition(":")[2]

    async def answered(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
        await keep(QUESTIONS, manager, name, str(button.widget_id).removeprefix(f"{name}_"))

    return screen(
        question,
        Row(Button(no, id=f"{name}_no", on_click=answered), Button(yes, id=f"{name}_yes", on_click=answered)),
        state=state,
        beside_home=before,
    )


plot_window = _window(
    Eligibility.plot,
    Eligibility.incomes,
    I18nText("eligibility-plot"),
    no=ButtonText("eligibility-plot-no"),
    yes=ButtonText("eligibility-plot-yes"),
)
loan_window = _window(
    Eligibility.loan,
    Eligibility.plot,
    I18nText("eligibility-loan"),
    no=ButtonText("eligibility-loan-no"),
    yes=ButtonText("eligibility-loan-yes"),
)

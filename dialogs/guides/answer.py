"""One guide: the answer first, then what changed, the day and the source."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.guides.chosen import action_buttons, chosen
from dialogs.states import Guides
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr

answer_window = Window(
    Problem(),
    Tr("guide-answer"),
    Tr("guide-changed", when="changed"),
    Tr("guide-source"),
    SwitchTo(Label("guide-steps-button"), id="steps", state=Guides.steps),
    *action_buttons(),
    footer(Guides.list),
    otherwise(),
    state=Guides.answer,
    getter=chosen,
)

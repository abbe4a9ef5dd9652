"""The steps of one guide, numbered."""

from aiogram_dialog import Window

from dialogs.guides.chosen import action_buttons, chosen
from dialogs.states import Guides
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Tr

steps_window = Window(
    Problem(),
    Tr("guide-steps"),
    Tr("guide-source"),
    *action_buttons(),
    footer(Guides.answer),
    otherwise(),
    state=Guides.steps,
    getter=chosen,
)

"""One guide: the answer first, then fee and term, what changed, the day and the source."""

from aiogram_dialog.widgets.kbd import SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from dialogs.guides.chosen import chosen, chosen_previews
from dialogs.guides.leading import leading_buttons
from dialogs.states import Guides
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.unfinished import ContinueButtons

answer_window = screen(
    I18nText("guide-answer"),
    ContinueButtons(),
    I18nText("guide-fee", when="fee"),
    I18nText("guide-term", when="term"),
    I18nText("guide-changed", when="changed"),
    I18nText("guide-source"),
    I18nText("guide-stale", when="stale"),
    SwitchTo(ButtonText("guide-steps-button"), id="steps", state=Guides.steps),
    leading_buttons(),
    Url(ButtonText("guide-link"), Format("{link}"), when="link"),
    state=Guides.answer,
    getter=chosen,
    previews=chosen_previews,
    beside_home=Guides.list,
)

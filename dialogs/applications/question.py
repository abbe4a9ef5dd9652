"""What every question shows: its number, what is asked and why, an example, and the answer given before."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from bot.domain.forms.fields import FormField, IbanField, has_example
from bot.domain.people.accounts import BANKS, mask_iban
from bot.forms import draft_progress
from bot.forms.answer_values import told
from bot.texts import TextRef
from dialogs.applications.asking import Asked, go_back, go_on
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

QUESTION = Multi(
    I18nText("form-question"),
    DynamicText("example", when="example"),
    DynamicText("echo", when="echo"),
    DynamicText("given", when="given"),
)
"""The text of a question; its data comes from `question_shown`."""


def question_shown(asked: Asked, pin: str, language: str) -> Shown:
    """Return the data of `QUESTION` for a question; every window that asks has it."""
    field = asked.field
    root = "members" if asked.member else field.id
    place, total = draft_progress.place(asked.draft.form, asked.draft.answers, root)
    given = field.id in asked.answers
    return {
        "pin": pin,
        "place": f"{place}/{total}",
        "short": _whose(asked),
        "ask": TextRef(field.key),
        "why": TextRef(f"{field.key}-why"),
        "example": TextRef(f"{field.key}-example") if has_example(field) else None,
        "echo": _echo(asked, language),
        "given": TextRef("aid-given", {"answer": told(field, asked.answers, language, asked.draft.page_counts)})
        if given
        else None,
        "optional": field.optional and not given,
    }


def _whose(asked: Asked) -> TextRef:
    heading = _heading(asked)
    return TextRef("assistant-about", {"name": asked.whose, "short": heading}) if asked.whose else heading


def _heading(asked: Asked) -> TextRef:
    short = TextRef(f"{asked.field.key}-short")
    if asked.member is None:
        return short
    name = str(asked.member.get("name", "")) or TextRef("aid-member-new")
    return TextRef("aid-about-member", {"name": name, "short": short})


def _echo(asked: Asked, language: str) -> TextRef | None:
    field = asked.field
    if field.echo is None or not asked.answers.get(field.echo):
        return None
    source: FormField = asked.form.field(field.echo)
    if isinstance(source, IbanField):
        iban = str(asked.answers[source.id])
        bank = BANKS[iban[4:7]]
        name = bank.name_kk if language == "kk" else bank.name_ru
        return TextRef("form-account", {"iban": mask_iban(iban), "bank": name})
    return TextRef(
        "form-echo", {"short": TextRef(f"{source.key}-short"), "answer": told(source, asked.answers, language, {})}
    )


async def _keep_given(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_on(manager)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_back(manager)


def keep_button() -> Button:
    """«Leave as it is», shown once there is an answer."""
    return Button(ButtonText("aid-keep"), id="keep", on_click=_keep_given, when="given")


def question_footer() -> Row:
    """Back by one question, and the main menu; the draft stays."""
    return Row(Button(ButtonText("button-back"), id="back", on_click=_back), home_button())

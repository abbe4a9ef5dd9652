"""All answers in one place, each of which can be changed; then the way to submitting."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, texts_of
from bot.domain.forms.forms import visible_fields
from bot.forms.answer_values import told
from bot.services.applications.drafts import Draft
from bot.texts import Markup, TextRef, Texts
from dialogs.applications.asking import ask, draft_here, resume
from dialogs.applications.samples import sample_draft, sample_services
from dialogs.states import Aid
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _recap(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await draft_here(dialog_manager), texts_of(dialog_manager), context_of(dialog_manager).language)


def _shown(draft: Draft, texts: Texts, language: str) -> Shown:
    answered, total = draft.progress
    fields = visible_fields(draft.form, draft.answers)
    lines = [
        TextRef(
            "aid-recap-line",
            {"short": TextRef(f"{field.key}-short"), "answer": told(field, draft.answers, language, draft.page_counts)},
        )
        for field in fields
    ]
    return {
        "lines": Markup("\n".join(texts.get(language, line.key, **line.args) for line in lines)),
        "answered": str(answered),
        "total": str(total),
        "complete": answered == total,
        "open": answered < total,
        "fields": [(field.id, TextRef(f"{field.key}-short")) for field in fields if field.id in draft.answers],
    }


def _previews(texts: Texts, language: str) -> Iterator[Shown]:
    for service in sample_services():
        yield _shown(sample_draft(service=service), texts, language)
        yield _shown(sample_draft({}, service), texts, language)


async def _go_on(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    manager.dialog_data.update({"member": "", "edit": False})
    await resume(manager)


async def _change(_event: CallbackQuery, _select: Any, manager: DialogManager, field_id: str) -> None:
    draft = await draft_here(manager)
    await ask(manager, draft.form.field(field_id), edit=True)


recap_window = Window(
    ErrorBanner(),
    I18nText("aid-recap"),
    SwitchTo(
        ButtonText("aid-to-consent"), id="consent", state=Aid.consent, when="complete", style=Style(ButtonStyle.SUCCESS)
    ),
    Button(ButtonText("form-continue"), id="continue", on_click=_go_on, when="open"),
    SwitchTo(ButtonText("form-change"), id="change", state=Aid.edit),
    Row(SwitchTo(ButtonText("button-back"), id="back", state=Aid.intro), home_button()),
    fallback_input("stray-buttons"),
    getter=_recap,
    preview_data=Previews(_previews),
    state=Aid.recap,
)

edit_window = Window(
    ErrorBanner(),
    I18nText("aid-edit"),
    Group(Select(ItemText(), id="one", item_id_getter=lambda item: item[0], items="fields", on_click=_change), width=2),
    Row(SwitchTo(ButtonText("button-back"), id="back", state=Aid.recap), home_button()),
    fallback_input("stray-buttons"),
    getter=_recap,
    preview_data=Previews(_previews),
    state=Aid.edit,
)

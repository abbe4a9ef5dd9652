"""All answers in one place, each of which can be changed; then the way to submitting."""

from collections.abc import Iterator

from aiogram.enums import ButtonStyle
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.texts import Texts
from dialogs.applications.samples import sample_draft, sample_services
from dialogs.applications.sheet import ApplicationSheet, form_sheet
from dialogs.applications.source import FORM
from dialogs.forms.recap import correcting_window, joined, recap_shown, summary_window
from dialogs.states import Aid
from dialogs.widgets.preview import Shown
from dialogs.widgets.text import ButtonText, I18nText


def _shown(sheet: ApplicationSheet, texts: Texts, language: str) -> Shown:
    shown = recap_shown(sheet, "aid-recap-line")
    answered, total = sheet.draft.progress
    lines = joined(shown["lines"], texts, language)
    return {**shown, "lines": lines, "answered": str(answered), "total": str(total)}


def _samples() -> Iterator[ApplicationSheet]:
    for service in sample_services():
        yield form_sheet(sample_draft(service=service))
        yield form_sheet(sample_draft({}, service))


recap_window = summary_window(
    FORM,
    _shown,
    _samples,
    I18nText("aid-recap"),
    SwitchTo(
        ButtonText("aid-to-consent"), id="consent", state=Aid.consent, when="complete", style=Style(ButtonStyle.SUCCESS)
    ),
)

edit_window = correcting_window(FORM, _shown, _samples, I18nText("aid-edit"))

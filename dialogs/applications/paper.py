"""One paper of the checklist: pages come as photos, albums or PDF, each stored on arrival (pitfall 5)."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.forms.answers import validate_pages
from bot.domain.forms.fields import DocumentsField, Excuse
from bot.domain.text_input import MAX_CAPTION
from bot.services.applications.attachments import Sent, keep_page, remove_last_page
from bot.services.received_files.photo_quality import FLAWS
from bot.texts import TextRef
from dialogs.applications.data import ApplicationData
from dialogs.applications.samples import sample_draft, sample_questions
from dialogs.applications.sheet import form_sheet
from dialogs.applications.source import FORM, Asked, applying_for, asked_here
from dialogs.forms.asking import go_on, keep
from dialogs.forms.question import QUESTION, question_back, question_shown
from dialogs.forms.question_bound import question_bound_button, question_bound_options
from dialogs.forms.sheet import Question
from dialogs.states import Aid
from dialogs.widgets.inputs import refuse_upload
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.uploads import caption_of, download_file, redraw_album_once

_FILES = [ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO]


async def _paper(dialog_manager: DialogManager, **_data: Any) -> Shown:
    asked = await asked_here(dialog_manager)
    return _shown(asked, _told(dialog_manager, asked.field.id))


def _shown(asked: Asked, flaws: Sequence[str]) -> Shown:
    pages = asked.sheet.draft.page_counts.get(asked.field.id, 0)
    excuses = _excuses(asked) if not pages else ()
    return {
        **question_shown(asked),
        "pages": pages,
        "flaws": [TextRef(f"aid-page-{flaw}") for flaw in flaws if pages],
        "options": [(excuse.value, TextRef(f"aid-excuse-{excuse}")) for excuse in excuses],
    }


def _previews() -> Iterator[Shown]:
    for asked in sample_questions(DocumentsField):
        item, service = asked.field.id, asked.sheet.draft.application.service
        yield _shown(asked, ())
        answers = {**asked.sheet.answers, item: Excuse.ATTACHED.value, "history": "again"}
        draft = sample_draft(answers, service, pages=[item, item])
        yield _shown(Question(form_sheet(draft, asked.sheet.whose), asked.field), FLAWS)
        yield _shown(Question(form_sheet(sample_draft({"history": "again"}, service)), asked.field), ())


def _excuses(asked: Asked) -> tuple[Excuse, ...]:
    """What may be said instead of sending the paper; «given before» only by those who applied before."""
    offered = asked.field.excuses if isinstance(asked.field, DocumentsField) else ()
    before = asked.sheet.answers.get("history") == "again"
    return tuple(excuse for excuse in offered if before or excuse is not Excuse.AS_BEFORE)


async def _sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        await _keep(message, manager)
    except (InvalidInput, Refusal) as problem:
        await refuse_upload(manager, message, problem)
        if message.media_group_id:
            return
    redraw_album_once(manager, message)


async def _keep(message: Message, manager: DialogManager) -> None:
    bot: Bot = manager.middleware_data["bot"]
    caption = caption_of(message, longest=MAX_CAPTION)
    content = await download_file(bot, message)
    context = context_of(manager)
    item = (await asked_here(manager)).field.id
    flaws = await keep_page(
        services_of(manager),
        key=context.key("page"),
        user_id=context.user_id,
        service=ApplicationData(manager).service,
        sent=Sent(item, message.message_id, content, caption),
    )
    found = {*_told(manager, item), *flaws}
    ApplicationData(manager).flaws = {item: [flaw for flaw in FLAWS if flaw in found]}


def _told(manager: DialogManager, item: str) -> Sequence[str]:
    """Return what was found about the pages of this paper so far."""
    return ApplicationData(manager).flaws.get(item, ())


async def _excused(manager: DialogManager, excuse: str) -> None:
    asked = await asked_here(manager)
    if excuse in _excuses(asked):
        await keep(FORM, manager, asked, Excuse(excuse).value)


async def _remove(manager: DialogManager) -> None:
    context, asked = context_of(manager), await asked_here(manager)
    del ApplicationData(manager).flaws
    await remove_last_page(
        services_of(manager),
        key=context.key("unpage"),
        user_id=context.user_id,
        service=ApplicationData(manager).service,
        item=asked.field.id,
    )


async def _ready(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    asked = await asked_here(manager)
    field = asked.field
    try:
        if isinstance(field, DocumentsField) and asked.sheet.answers.get(field.id) == Excuse.ATTACHED:
            validate_pages(field, asked.sheet.draft.page_counts.get(field.id, 0))
    except InvalidInput as problem:
        show_error(manager, problem)
        return
    await go_on(FORM, manager)


paper_window = (
    screen(
        QUESTION,
        I18nText("aid-page-advice", when="flaws"),
        Lines("flaws", when="flaws"),
        Button(ButtonText("aid-pages-ready"), id="ready", on_click=_ready, when="given"),
        question_bound_button("aid-page-remove", "unpage", _remove, when="pages"),
        Column(question_bound_options(_excused)),
        MessageInput(_sent, content_types=_FILES),
        state=Aid.paper,
        getter=_paper,
        previews=_previews,
        beside_home=question_back(FORM),
        fallback="aid-stray-paper",
    )
    .asking(applying_for)
    .typed(acting=("unpage",))
)

"""One paper of the checklist: pages come as photos, albums or PDF, each stored on arrival (pitfall 5)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.forms.answers import validate_pages
from bot.domain.forms.fields import DocumentsField, Excuse
from bot.runtime.debounce import Debounce
from bot.services.applications.attachments import Sent, keep_page, remove_last_page
from bot.services.applications.mime import MAX_BYTES
from bot.services.applications.photo_quality import FLAWS
from bot.texts import TextRef
from dialogs.applications.asking import Asked, asked_here, go_on, keep, service_here
from dialogs.applications.question import QUESTION, question_footer, question_shown
from dialogs.applications.samples import sample_draft, sample_questions
from dialogs.states import Aid
from dialogs.widgets.inputs import fallback_input, refuse_file
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner, show_error
from dialogs.widgets.question_bound import pin_of, question_bound_button, question_bound_options
from dialogs.widgets.text import ButtonText, I18nText

_FLAWS = "flaws"
_FILES = [ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO]


async def _paper(dialog_manager: DialogManager, **_data: Any) -> Shown:
    asked, language = await asked_here(dialog_manager), context_of(dialog_manager).language
    return _shown(asked, _told(dialog_manager, asked.field.id), pin_of(dialog_manager), language)


def _shown(asked: Asked, flaws: Sequence[str], pin: str, language: str) -> Shown:
    pages = asked.draft.page_counts.get(asked.field.id, 0)
    excuses = _excuses(asked) if not pages else ()
    return {
        **question_shown(asked, pin, language),
        "pages": pages,
        "flaws": [TextRef(f"aid-page-{flaw}") for flaw in flaws if pages],
        "options": [(excuse.value, TextRef(f"aid-excuse-{excuse}")) for excuse in excuses],
    }


def _previews(language: str) -> Iterator[Shown]:
    for asked in sample_questions(DocumentsField):
        item = asked.field.id
        yield _shown(asked, (), f"{item}.", language)
        answers = {**asked.draft.answers, item: Excuse.ATTACHED.value, "history": "again"}
        draft = sample_draft(answers, asked.draft.application.service, pages=[item, item])
        yield _shown(replace(asked, draft=draft, answers=answers), FLAWS, f"{item}.", language)
        yield _shown(replace(asked, answers={"history": "again"}), (), f"{item}.", language)


def _excuses(asked: Asked) -> tuple[Excuse, ...]:
    """What may be said instead of sending the paper; «given before» only by those who applied before."""
    offered = asked.field.excuses if isinstance(asked.field, DocumentsField) else ()
    before = asked.answers.get("history") == "again"
    return tuple(excuse for excuse in offered if before or excuse is not Excuse.AS_BEFORE)


async def _sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        await _keep(message, manager)
    except (InvalidInput, Refusal) as problem:
        if message.media_group_id:
            await refuse_file(manager, message, problem)
            return
        show_error(manager, problem)
    if message.media_group_id:
        debounce: Debounce = manager.middleware_data["debounce"]
        manager.show_mode = ShowMode.NO_UPDATE
        debounce.soon(context_of(manager).user_id, manager.bg())


async def _keep(message: Message, manager: DialogManager) -> None:
    photo = message.photo[-1] if message.photo else None
    file = photo or message.document or message.video
    assert file is not None  # noqa: S101 - the filter lets only these through
    if (file.file_size or 0) > MAX_BYTES:
        raise InvalidInput("page-large", max=MAX_BYTES // 1024 // 1024)
    bot: Bot = manager.middleware_data["bot"]
    content = BytesIO()
    await bot.download(file.file_id, content)
    context = context_of(manager)
    item = (await asked_here(manager)).field.id
    flaws = await keep_page(
        services_of(manager),
        key=context.key("page"),
        user_id=context.user_id,
        service=service_here(manager),
        sent=Sent(item, message.message_id, content.getvalue()),
    )
    found = {*_told(manager, item), *flaws}
    manager.dialog_data[_FLAWS] = {item: [flaw for flaw in FLAWS if flaw in found]}


def _told(manager: DialogManager, item: str) -> list[str]:
    """Return what was found about the pages of this paper so far."""
    kept: dict[str, list[str]] = manager.dialog_data.get(_FLAWS, {})
    return kept.get(item, [])


async def _excused(manager: DialogManager, excuse: str) -> None:
    if excuse in _excuses(await asked_here(manager)):
        await keep(manager, Excuse(excuse).value)


async def _remove(manager: DialogManager) -> None:
    context, asked = context_of(manager), await asked_here(manager)
    manager.dialog_data.pop(_FLAWS, None)
    await remove_last_page(
        services_of(manager),
        key=context.key("unpage"),
        user_id=context.user_id,
        service=service_here(manager),
        item=asked.field.id,
    )


async def _ready(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    asked = await asked_here(manager)
    field = asked.field
    try:
        if isinstance(field, DocumentsField) and asked.answers.get(field.id) == Excuse.ATTACHED:
            validate_pages(field, asked.draft.page_counts.get(field.id, 0))
    except InvalidInput as problem:
        show_error(manager, problem)
        return
    await go_on(manager)


paper_window = Window(
    ErrorBanner(),
    QUESTION,
    I18nText("aid-page-advice", when="flaws"),
    Lines("flaws", when="flaws"),
    Button(ButtonText("aid-pages-ready"), id="ready", on_click=_ready, when="given"),
    question_bound_button("aid-page-remove", "unpage", _remove, when="pages"),
    Column(question_bound_options(_excused)),
    question_footer(),
    MessageInput(_sent, content_types=_FILES),
    fallback_input("aid-stray-paper"),
    getter=_paper,
    preview_data=Previews(_previews),
    state=Aid.paper,
)

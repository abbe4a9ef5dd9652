"""Answering the specialist's question, or writing to them: text, photos, PDF; each is on the case at once."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import context_of, services_of
from bot.domain.cases.case import Case, Question
from bot.domain.cases.retake import Flaw, Retake
from bot.domain.cases.states import CaseState
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.text_input import parse_text
from bot.services.cases.questions.answering import Paper, Words, answer_by_paper, answer_by_text
from bot.services.cases.questions.asking import ITEMS
from bot.services.cases.questions.texts import question_text
from bot.services.cases.viewing.queries import open_question_of
from bot.texts import TextRef
from dialogs.cases.api import case_for, case_here
from dialogs.cases.data import CaseData
from dialogs.cases.samples import sample_case
from dialogs.states import Cases
from dialogs.widgets.inputs import refuse_file, text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText
from dialogs.widgets.uploads import caption_of, download_file, redraw_album_once

TEXT_LIMIT = 2000


async def _asked(dialog_manager: DialogManager, **_data: Any) -> Shown:
    case = await case_here(dialog_manager)
    question = await open_question_of(services_of(dialog_manager), case)
    return _shown(case, question, CaseData(dialog_manager).sent)


def _shown(case: Case, question: Question | None, sent: int) -> Shown:
    if question is not None:
        values = {"code": case.code, **question_text(case, question.item, question.text)}
        return {"words": TextRef("case-answer", values)}
    return {"words": TextRef("case-answered" if sent else "case-write", {"code": case.code, "sent": sent})}


def _previews() -> Iterator[Shown]:
    case, words = sample_case(CaseState.QUESTION), "Анықтаманы қайта жіберіңізші"
    yield _shown(case, None, 0)
    yield _shown(case, None, 2)
    for item in (*ITEMS, *(Retake(1, "evidence", 2, flaw).item for flaw in Flaw)):
        yield _shown(case, Question(1, item, words), 0)


def _text(typed_text: str) -> str:
    return parse_text(typed_text, max_length=TEXT_LIMIT)


async def _said(text: str, manager: DialogManager) -> None:
    context = context_of(manager)
    message = manager.event.message_id if isinstance(manager.event, Message) else 0
    await answer_by_text(
        services_of(manager),
        key=context.key("answer"),
        application_id=CaseData(manager).case,
        user_id=context.user_id,
        words=Words(text, message, continues=CaseData(manager).sent > 0),
    )
    CaseData(manager).sent += 1


async def _sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    bot: Bot = manager.middleware_data["bot"]
    context = context_of(manager)
    try:
        paper = replace(await download(bot, message), continues=CaseData(manager).sent > 0)
        await answer_by_paper(
            services_of(manager),
            key=context.key("answer"),
            application_id=CaseData(manager).case,
            user_id=context.user_id,
            paper=paper,
        )
    except (InvalidInput, Refusal) as problem:
        await refuse_file(manager, message, problem)
        return
    CaseData(manager).sent += 1
    redraw_album_once(manager, message)


async def download(bot: Bot, message: Message) -> Paper:
    """Return what was sent with what was written beside it.

    Raises ``InvalidInput``: ``text-long``, ``page-large`` (Telegram gives no bot so much).
    """
    caption = caption_of(message, longest=TEXT_LIMIT)
    content = await download_file(bot, message)
    file = message.document or message.video
    name = (file and file.file_name) or f"{message.message_id}.{'mp4' if message.video else 'jpg'}"
    return Paper(content, name, message.message_id, caption)


async def _done(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """The answer is over: what comes later is a message of its own."""
    del CaseData(manager).sent


answer_window = screen(
    DynamicText("words"),
    SwitchTo(ButtonText("case-button-done"), id="done", state=Cases.one, on_click=_done),
    text_answer(_text, _said),
    MessageInput(_sent, content_types=[ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO]),
    state=Cases.answer,
    getter=_asked,
    previews=_previews,
    fallback="stray-answer",
).asking(case_for)

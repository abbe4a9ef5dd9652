"""Sending what an import puts into its chat: its message, which is edited from then on, and the rows left out."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, ReplyParameters

from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.services.registry.problems import MOST, RowProblem, kept_problems
from bot.services.registry.runner import imports_folder
from bot.services.tables import csv_file
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, Texts
from bot.texts.error_messages import problem_key, terminal_text
from handlers.staff.registry.progress_message import Board
from storage import staff_chats
from storage.engine.outbox import LeasedMessage
from storage.registry import imports


def registry_status_handler(bot: Bot, board: Board) -> OutboxHandler:
    """Return what sends an import's message."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        outgoing, import_id = leased.message, leased.message.payload["import"]
        screen = await board.draw(import_id)
        message = await bot.send_message(
            outgoing.chat_id,
            screen.text,
            message_thread_id=outgoing.payload["thread"],
            reply_parameters=_reply(leased),
            reply_markup=screen.keyboard,
        )
        return Delivered(message.message_id, [imports.shown_as(import_id, message.message_id)])

    return deliver


def registry_problems_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends the rows that were left out, as a file."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        outgoing, import_id = leased.message, leased.message.payload["import"]
        problems = kept_problems(imports_folder(services), services.encryption, import_id)
        if not problems:
            raise StaleMessageError("the rows left out are known no more")
        language = await _language(services, outgoing.chat_id)
        name = texts.plain(language, "registry-problems-file", number=import_id)
        message = await bot.send_document(
            outgoing.chat_id,
            BufferedInputFile(problem_file(problems, texts, language), name),
            caption=texts.get(language, "registry-problems", count=len(problems)),
            message_thread_id=outgoing.payload["thread"],
            reply_parameters=_reply(leased),
        )
        return Delivered(message.message_id)

    return deliver


def problem_file(problems: list[RowProblem], texts: Texts, language: str) -> bytes:
    """Return the rows left out as CSV that Excel opens: line, masked ИИН, what is wrong."""
    rows: list[list[object]] = [
        [texts.plain(language, f"registry-problem-{column}") for column in ("line", "iin", "reason")]
    ]
    rows += [[each.line, each.shown, terminal_text(texts, language, problem_key(each.problem))] for each in problems]
    if len(problems) == MOST:
        rows.append(["…", "", texts.plain(language, "registry-problem-more")])
    return csv_file(rows, delimiter=";")


def _reply(leased: LeasedMessage) -> ReplyParameters | None:
    message_id = leased.message.payload["reply"]
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True) if message_id else None


async def _language(services: Services, chat_id: int) -> str:
    async with services.db.read() as reader:
        chat = await staff_chats.find(reader, chat_id)
    return chat.language if chat else DEFAULT_LANGUAGE

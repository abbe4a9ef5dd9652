"""Which case a command or a reply in a staff chat is about."""

from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup, Message

from bot.context import UpdateContext
from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.messages.staff_messages import case_of_message, case_spoken_of
from bot.services.cases.viewing.queries import case_of, case_of_chat
from bot.services.work import Services
from handlers.staff.cards.card import Rows
from handlers.staff.cases.press import case_menu
from handlers.staff.context import ChatContext
from handlers.staff.prompts import asked_before


@dataclass(frozen=True, slots=True)
class Reply(ChatContext):
    """What a specialist wrote, and to what: ``kind`` is that of the message it answers, empty for none."""

    message: Message
    case: Case
    kind: str

    @property
    def text(self) -> str:
        """The words, or a file's caption."""
        return self.message.text or self.message.caption or ""

    def markup(self, rows: Rows) -> InlineKeyboardMarkup:
        """Return the keyboard of a menu about the case."""
        return case_menu(self.case, self.texts, self.language, rows)


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """The case a message is about, and the kind of what it replies to, or of what its sender was asked last; empty
    for words in the case's topic. ``answers`` is the message replied to, or that asked."""

    application_id: int
    kind: str
    answers: int | None


async def spoken_of(services: Services, message: Message) -> SpokenOf | None:
    """Return the case whose topic a message is in, or which what it answers is about; None for neither."""
    asked = await asked_before(services, message)
    replied = message.reply_to_message
    answers = asked.message if asked else replied.message_id if replied else None
    known = await case_spoken_of(services, message.chat.id, replied=answers, topic=message.message_thread_id)
    return SpokenOf(*known, answers) if known is not None else None


async def case_here(services: Services, application_id: int, chat: StaffChat, context: UpdateContext) -> Case:
    """Return a case this chat serves, or served when this update acted on it.

    Raises ``Refusal``: ``case-erased``, ``case-elsewhere``.
    """
    case = await case_of(services, application_id)
    if case.staff_chat != chat.chat_id and not await services.has_acted(context.update):
        raise Refusal("case-elsewhere")
    return case


async def find_case_here(services: Services, typed: str, chat: StaffChat) -> Case:
    """Return the case of this chat with the number that was typed.

    Raises ``InvalidInput`` for what is no number, and ``Refusal("case-elsewhere")``.
    """
    case = await case_of_chat(services, chat.chat_id, parse_case_code(typed))
    if case is None:
        raise Refusal("case-elsewhere")
    return case


async def replied_to(services: Services, message: Message, kind: str, otherwise: str) -> tuple[int, str]:
    """Return the case and what stands behind ``kind:`` of the message that is replied to.

    Raises ``Refusal(otherwise)`` when it is no reply to such a message.
    """
    known = await known_reply(services, message)
    if known is not None and known[1].startswith(f"{kind}:"):
        return known[0], known[1].removeprefix(f"{kind}:")
    raise Refusal(otherwise)


async def known_reply(services: Services, message: Message) -> tuple[int, str] | None:
    """Return the case and the kind of the message that is replied to."""
    replied = message.reply_to_message
    if replied is None:
        return None
    return await case_of_message(services, message.chat.id, replied.message_id)

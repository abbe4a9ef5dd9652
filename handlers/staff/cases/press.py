"""A press about a case, and what the buttons of cases say."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import CaseCallback
from bot.domain.cases.case import Case
from bot.services.cases.messages.staff_messages import keep_message
from bot.services.staff_chats.prompts import keep_prompt
from bot.texts import Texts
from handlers.staff.cards.card import Press, Rows, markup

CasePress = Press[Case]


def says(case: Case, what: str, arg: str = "") -> str:
    """Return what a button says that does ``what`` with the case as it is now."""
    return CaseCallback(what=what, id=case.id, v=case.version, arg=arg).pack()


def press_button(case: Case, label: str, what: str, arg: str) -> InlineKeyboardButton:
    """Return a button with words of its own."""
    return InlineKeyboardButton(text=label, callback_data=says(case, what, arg))


def case_menu(
    case: Case, texts: Texts, language: str, rows: Rows, own: Sequence[Sequence[InlineKeyboardButton]] = ()
) -> InlineKeyboardMarkup:
    """Return the keyboard of a menu about a case, after buttons with words of their own."""
    menu = markup(says, case, texts, language, rows)
    return InlineKeyboardMarkup(inline_keyboard=[*map(list, own), *menu.inline_keyboard])


async def prompt(press: CasePress, kind: str, key: str, **args: Any) -> None:
    """Ask the presser for words; ``kind`` says what their reply, or what they write next there, will mean."""
    mention = f'<a href="tg://user?id={press.actor}">{press.texts.render(press.language, press.name)}</a>'
    sent = await press.send(f"{mention}\n{press.html(key, **args)}", ForceReply(selective=True))
    await keep_message(press.services, press.item.id, press.chat.chat_id, sent.message_id, kind)
    await keep_prompt(press.services, press.at, sent.message_id)

"""What Telegram refuses in keyboards."""

from urllib.parse import urlsplit

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyMarkupUnion

from simulator.errors import bad_request
from simulator.model.chats import Room

BUTTON_LIMIT = 100
DATA_LIMIT = 64
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def checked_inline(markup: InlineKeyboardMarkup | None) -> InlineKeyboardMarkup | None:
    """Return the keyboard without empty rows, `None` when nothing is left; refuses bad buttons and more than 100."""
    if markup is None:
        return None
    rows = [row for row in markup.inline_keyboard if row]
    if sum(map(len, rows)) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _check_button(button: InlineKeyboardButton) -> None:
    if not button.text.strip():
        raise bad_request('can\'t parse inline keyboard button: field "text" must be non-empty')
    actions = [name for name in _ACTIONS if getattr(button, name) is not None]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action must be used")
    if button.callback_data is not None and not 1 <= len(button.callback_data.encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and not _is_link(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def _is_link(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme == "tg":
        return bool(parts.netloc)
    if parts.scheme in {"http", "https"}:
        return "." in parts.netloc and "localhost" not in parts.netloc
    return not parts.scheme and "." in url


def checked(markup: ReplyMarkupUnion | None, room: Room) -> ReplyMarkupUnion | None:
    """Return any reply markup of a new message, checked for this chat."""
    if isinstance(markup, InlineKeyboardMarkup):
        return checked_inline(markup)
    if isinstance(markup, ReplyKeyboardMarkup):
        buttons = [button for row in markup.keyboard for button in row]
        if len(buttons) > BUTTON_LIMIT * 3:
            raise bad_request("reply markup is too long")
        if any(not button.text.strip() for button in buttons):
            raise bad_request('can\'t parse keyboard button: field "text" must be non-empty')
        if room.type != "private" and any(button.request_contact for button in buttons):
            raise bad_request("phone number can be requested in private chats only")
        if room.type != "private" and any(button.request_location for button in buttons):
            raise bad_request("location can be requested in private chats only")
    return markup

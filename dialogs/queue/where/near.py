"""Where the person is: one press under the input field sends the pin; a street may be typed instead."""

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import RequestLocation

from dialogs.queue.where.searching import pin_sent, search
from dialogs.states import Queue
from dialogs.widgets.keyboards import open_home
from dialogs.widgets.reply_button import ReplyButtons, button_key
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText

_BACK, _HOME = "button-back", "button-home"


async def _text(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    text = message.text or ""
    button = button_key(manager, text, (_BACK, _HOME))
    if button == _BACK:
        await manager.switch_to(Queue.region)
    elif button == _HOME:
        await open_home(manager)
    else:
        await search(manager, message)


near_window = screen(
    I18nText("queue-near"),
    RequestLocation(ButtonText("queue-near-share")),
    ReplyButtons(_BACK, _HOME),
    pin_sent(),
    MessageInput(_text, content_types=[ContentType.TEXT]),
    state=Queue.near,
    way_home=WayHome.REPLY_KEYBOARD,
    fallback="stray-place",
)

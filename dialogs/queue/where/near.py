"""Where the person is: one press under the input field sends the pin; a street may be typed instead."""

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import RequestLocation
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory

from dialogs.queue.where.searching import pin_sent, search
from dialogs.states import Queue
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import open_home
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.reply_button import ReplyButtons, pressed
from dialogs.widgets.text import ButtonText, I18nText

_BACK, _HOME = "button-back", "button-home"


async def _text(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    text = message.text or ""
    button = pressed(manager, text, (_BACK, _HOME))
    if button == _BACK:
        await manager.switch_to(Queue.region)
    elif button == _HOME:
        await open_home(manager)
    else:
        await search(manager, message)


near_window = Window(
    ErrorBanner(),
    I18nText("queue-near"),
    RequestLocation(ButtonText("queue-near-share")),
    ReplyButtons(_BACK, _HOME),
    pin_sent(),
    MessageInput(_text, content_types=[ContentType.TEXT]),
    fallback_input("stray-place"),
    markup_factory=ReplyKeyboardFactory(resize_keyboard=True, one_time_keyboard=True),
    state=Queue.near,
)

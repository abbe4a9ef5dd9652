"""Free text, heard from any screen: offered as buttons over the screen it was typed at, which waits below."""

from collections.abc import Awaitable, Callable

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import CaseNotification
from bot.context import context_of, services_of
from bot.free_text.normalize import tokens
from bot.services.cases.common import code_for
from bot.services.cases.questions.answering import awaited_answer
from bot.texts import Texts
from dialogs.free_text.data import UnderstoodData
from dialogs.free_text.suggestions import Offers, offers_for, sure_offers_for
from dialogs.states import Understood


async def hear(
    manager: DialogManager,
    message: Message,
    *,
    guess: bool = True,
    instead_of_guess: Callable[[DialogManager], Awaitable[bool]] | None = None,
) -> bool:
    """Offer what the text means; False when there is nothing to offer, so that the screen answers by itself.

    ``guess`` also offers what it may mean; ``instead_of_guess`` is tried before that.
    """
    text = message.text or ""
    if text.startswith("/") or context_of(manager).citizen.language is None:
        return False
    if guess and await _remind_of_question(manager, message):
        return True
    if not tokens(text):
        return False
    if await _offer(manager, await offers_for(manager, text, guess=False)):
        return True
    if instead_of_guess is not None and await instead_of_guess(manager):
        return True
    return guess and await _offer(manager, await offers_for(manager, text, guess=True))


async def hear_words(manager: DialogManager, words: str) -> bool:
    """Offer what was typed before the conversation could begin; what is open is closed by it."""
    offers = await offers_for(manager, words, guess=True) if tokens(words) else None
    if offers is None:
        return False
    await manager.reset_stack()
    return await _offer(manager, offers)


async def _remind_of_question(manager: DialogManager, message: Message) -> bool:
    """Offer to send the text as the answer a specialist waits for, unless it is plainly something else."""
    services, context = services_of(manager), context_of(manager)
    case = await awaited_answer(services, context.user_id)
    if case is None or await hear_booking_request(manager, message):
        return case is not None
    texts: Texts = manager.middleware_data["texts"]
    send, answer = (
        InlineKeyboardButton(
            text=texts.plain(context.language, key), callback_data=CaseNotification(what, case.id).pack(), style=style
        )
        for key, what, style in (
            ("case-button-say", "say", ButtonStyle.PRIMARY),
            ("case-button-answer-anew", "answer", None),
        )
    )
    # A reply: the press then knows what was typed.
    await message.reply(
        texts.get(context.language, "stray-question", code=code_for(case)),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[*([[send]] if _may_be_sent(message) else []), [answer]]),
    )
    manager.show_mode = ShowMode.NO_UPDATE
    return True


def _may_be_sent(message: Message) -> bool:
    return bool(message.text or message.photo or message.document or message.video)


async def hear_booking_request(manager: DialogManager, message: Message) -> bool:
    """Offer only what several words mean for sure, where an answer was awaited and this was none."""
    text = message.text or ""
    if len(tokens(text)) < 2:
        return False
    return await _offer(manager, await sure_offers_for(manager, text))


async def _offer(manager: DialogManager, offers: Offers | None) -> bool:
    if offers is None:
        return False
    if manager.has_context() and manager.current_context().state is Understood.offer:
        offered = UnderstoodData(manager)
        offered.words = offers.words
        offered.buttons = offers.buttons
        return True
    data = (
        UnderstoodData.words.stored(offers.words)
        | UnderstoodData.buttons.stored(offers.buttons)
        | UnderstoodData.back.stored(manager.has_context())
    )
    await manager.start(Understood.offer, data=data, show_mode=ShowMode.SEND)
    return True

"""Telegram out of reach, told from what it refuses (decision 0006)."""

from aiogram.exceptions import RestartingTelegram, TelegramEntityTooLarge, TelegramNetworkError, TelegramServerError

UNREACHABLE = (TelegramNetworkError, TelegramServerError, RestartingTelegram)


def is_unreachable(error: BaseException) -> bool:
    """Tell whether nobody answered for Telegram; aiogram counts what is too large among what got lost on the way."""
    return isinstance(error, UNREACHABLE) and not isinstance(error, TelegramEntityTooLarge)

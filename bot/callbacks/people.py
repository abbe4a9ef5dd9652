"""Callback data of buttons about no subject of their own: language, menu, assistants, what may not have arrived."""

from dataclasses import dataclass

from bot.callbacks.base import Callback


@dataclass(frozen=True, slots=True)
class LanguageChoice(Callback):
    """A button under the answer to ``/language``."""

    prefix = "lang"
    language: str


@dataclass(frozen=True, slots=True)
class HomeCallback(Callback):
    """«Main menu» under an apology."""

    prefix = "way_home"


@dataclass(frozen=True, slots=True)
class UnknownMessageCallback(Callback):
    """What an administrator does about a message that may not have arrived."""

    prefix = "letter"
    what: str
    message_id: int


@dataclass(frozen=True, slots=True)
class AssistantCallback(Callback):
    """«Take the role away»."""

    prefix = "assistant"
    user_id: int

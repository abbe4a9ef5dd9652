"""Callback data of buttons about cases."""

from dataclasses import dataclass

from bot.callbacks.base import Callback


@dataclass(frozen=True, slots=True)
class CaseCallback(Callback):
    """A button of a card in a staff chat, or of a message that asks to confirm.

    ``v`` is the case's version when the button was drawn, ``arg`` what was chosen so far.
    """

    prefix = "c"
    what: str
    id: int
    v: int
    arg: str = ""


@dataclass(frozen=True, slots=True)
class CaseNotification(Callback):
    """A button of a notification: the screen of the case that it opens."""

    prefix = "case"
    what: str
    id: int

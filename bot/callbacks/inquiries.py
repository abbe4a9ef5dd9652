"""Callback data of buttons about inquiries."""

from dataclasses import dataclass

from bot.callbacks.base import Callback


@dataclass(frozen=True, slots=True)
class InquiryCallback(Callback):
    """A button of a card in a staff chat; ``v`` is the inquiry's version when the button was drawn."""

    prefix = "iq"
    what: str
    id: int
    v: int


@dataclass(frozen=True, slots=True)
class InquiryNotification(Callback):
    """A button under an answer: ``new`` writes anew, ``more`` adds to this one."""

    prefix = "inq"
    what: str
    id: int

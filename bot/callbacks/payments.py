"""Callback data of buttons about payments and applications for them."""

from dataclasses import dataclass

from bot.callbacks.base import Callback


@dataclass(frozen=True, slots=True)
class PaymentNotification(Callback):
    """«Open» under a notification."""

    prefix = "payment"
    payment_id: int


@dataclass(frozen=True, slots=True)
class Unfollow(Callback):
    """«Tell me no more» under a notification."""

    prefix = "unfollow"
    payment_id: int


@dataclass(frozen=True, slots=True)
class PaymentApplicationCallback(Callback):
    """A button of a card in a staff chat.

    ``v`` is the application's version when the button was drawn, ``arg`` what was chosen so far.
    """

    prefix = "i"
    what: str
    id: int
    v: int
    arg: str = ""


@dataclass(frozen=True, slots=True)
class PaymentApplicationNotification(Callback):
    """«Put it right» under a notification: ``fix`` what staff ask for, ``mend`` what a refusal was about."""

    prefix = "intake"
    what: str
    id: int


@dataclass(frozen=True, slots=True)
class RegistryCallback(Callback):
    """A button under the message of import ``id``; ``field`` and ``arg`` say which column was chosen for what."""

    prefix = "reg"
    what: str
    id: int
    field: str = ""
    arg: str = ""

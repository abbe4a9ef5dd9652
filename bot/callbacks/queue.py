"""Callback data of buttons about bookings, kept times, the waiting list and the line."""

from dataclasses import dataclass

from bot.callbacks.base import Callback


@dataclass(frozen=True, slots=True)
class BookingCallback(Callback):
    """A button under a ticket or a reminder; ``booking`` is 0 where it is about none."""

    prefix = "bk"
    action: str
    booking: int


@dataclass(frozen=True, slots=True)
class AlternativeCallback(Callback):
    """A kept time; ``choice`` is ``BRANCH.START``.

    What the button says is also the purpose of the seats that are kept (``bot.services.queue.alternatives``).
    """

    prefix = "alt"
    booking: int
    choice: str

    @staticmethod
    def of_booking(booking: int) -> str:
        """Return how the data of every time that is kept for a booking begins."""
        return f"{AlternativeCallback.prefix}:{booking}:"


@dataclass(frozen=True, slots=True)
class OfferCallback(Callback):
    """``take`` and ``pass`` name an offer, ``leave`` and ``again`` an entry of the waiting list."""

    prefix = "of"
    what: str
    id: int


@dataclass(frozen=True, slots=True)
class VisitCallback(Callback):
    """Leaving the line: ``leave`` asks, ``yes`` leaves, ``stay`` does not."""

    prefix = "vl"
    action: str
    visit: int

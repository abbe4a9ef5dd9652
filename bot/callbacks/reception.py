"""Callback data of buttons in the staff chat of a ЦОН."""

from dataclasses import dataclass

from bot.callbacks.base import Callback


@dataclass(frozen=True, slots=True)
class PanelCallback(Callback):
    """A button of the panel: what it does is done by whoever presses it, at their own counter."""

    prefix = "dk"
    what: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class TodayCallback(Callback):
    """Another page of today's list; ``-1`` stands for the file."""

    prefix = "dt"
    page: int


@dataclass(frozen=True, slots=True)
class BranchCallback(Callback):
    """A place chosen for the chat."""

    prefix = "db"
    branch_id: int


@dataclass(frozen=True, slots=True)
class OpeningCallback(Callback):
    """Under the preview of a change of hours: ``yes`` or ``no``; ``lift`` with a closure's id."""

    prefix = "do"
    what: str
    id: int = 0

"""What applying remembers: where one is, and ids. Names and values lie in people's dialog state for months."""

from typing import TypedDict, cast

from aiogram_dialog import DialogManager

from bot.domain.cases.case import AID
from dialogs.forms.data import Position


class ApplicationData(Position, total=False):
    """The position with what the form's own screens are about."""

    person: str
    """Whose income is told, of which ``kind`` and ``month`` of the quarter, from nought."""
    kind: str
    month: int
    flaws: dict[str, list[str]]
    """What was found about the pages of a paper."""
    application: int
    """What is being submitted."""
    number: str
    """The application that exists already."""


class Opened(TypedDict, total=False):
    """What the dialog was opened for."""

    service: str
    renewed: int
    """The case whose reminder it was opened by."""


def data_of(manager: DialogManager) -> ApplicationData:
    """Return what is remembered, to be read and changed."""
    return cast("ApplicationData", manager.dialog_data)


def service_here(manager: DialogManager) -> str:
    """Return the service that is applied for: АӘК unless the dialog was opened for another."""
    return _opened(manager).get("service", AID)


def renewed_here(manager: DialogManager) -> int | None:
    """Return the case whose reminder the dialog was opened by; None when it was opened otherwise."""
    return _opened(manager).get("renewed")


def month_pin_of(manager: DialogManager) -> str:
    """Return the mark of the month on the screen, which its buttons carry."""
    data = data_of(manager)
    return f"{data.get('person', '')}.{data.get('kind', '')}.{data.get('month', '')}"


def _opened(manager: DialogManager) -> Opened:
    return cast("Opened", manager.start_data) if isinstance(manager.start_data, dict) else {}

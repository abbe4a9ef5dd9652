"""What the dialog holds between its windows: the typed ИИН, and the payment that was proved to be the person's."""

from aiogram_dialog import DialogManager

from bot.domain.people.identifiers import Iin


def keep_iin(manager: DialogManager, iin: str) -> None:
    """Hold the ИИН until it is proved; dialog state is stored encrypted."""
    manager.dialog_data["iin"] = iin


def held_iin(manager: DialogManager) -> Iin:
    """Return the held ИИН: typed in this dialog, or the one it was opened with."""
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    return Iin(manager.dialog_data.get("iin") or started["iin"])


def keep_payment(manager: DialogManager, payment_id: int) -> None:
    """Hold the proved payment."""
    manager.dialog_data["payment_id"] = payment_id


def held_payment(manager: DialogManager) -> int:
    """Return the proved payment: found in this dialog, or the one it was opened with."""
    payment_id: int = manager.dialog_data["payment_id"]
    return payment_id

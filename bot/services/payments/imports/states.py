"""From a checked row to what the registry stores of it."""

import json

from bot.services.payments.number import parse_application_number
from bot.services.payments.rows import RegistryRow
from storage.payments import NewState
from storage.vault import Vault

_DETAILS = ("iin", "last_name", "first_name", "phone", "number", "iban")
_sorted_json = json.JSONEncoder(sort_keys=True).encode


def state_of(vault: Vault, row: RegistryRow) -> NewState:
    """Return the row as a payment's state: hashes to look it up by, what is open, what is to be encrypted."""
    details = {name: value for name in _DETAILS if (value := getattr(row, name)) is not None}
    day, reason = row.day.isoformat(), row.reason.value if row.reason else None
    open_part = {"status": row.status.value, "reason": reason, "day": day, "amount": row.amount}
    return NewState(
        programme=row.programme,
        iin_lookup=vault.lookup("iin", row.iin),
        phone_lookup=vault.lookup("phone", row.phone) if row.phone else None,
        number_lookup=vault.lookup("number", parse_application_number(row.number)) if row.number else None,
        status=row.status.value,
        reason=reason,
        day=day,
        amount=row.amount,
        # Equal rows are recognised without opening what is stored.
        fingerprint=vault.lookup("payment row", _sorted_json([details, open_part])),
        details=details,
    )

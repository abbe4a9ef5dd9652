"""What is stored of a payment, whoever tells of it: a registry, the outside source, the staff."""

import json
from collections.abc import Mapping

from bot.domain.payments.payment import NewState, Standing
from bot.services.payments.application_number import parse_application_number
from storage.engine.encryption import Encryption

_sorted_json = json.JSONEncoder(sort_keys=True).encode


def make_state(encryption: Encryption, standing: Standing, told: Mapping[str, str | None]) -> NewState:
    """Return a payment's state: hashes to look it up by, what is open, what is to be encrypted.

    ``told`` of the person: ``iin``, ``last_name``, ``first_name``, ``phone``, ``number`` (of the application, as
    printed), ``iban``; None for what is not known. Raises ``InvalidInput("payment-number")``.
    """
    details = {name: value for name, value in told.items() if value is not None}
    phone, number = details.get("phone"), details.get("number")
    open_part = {
        "status": standing.status.value,
        "reason": standing.reason.value if standing.reason else None,
        "day": standing.day,
        "amount": standing.amount,
    }
    return NewState(
        programme=standing.programme,
        status=standing.status,
        reason=standing.reason,
        day=standing.day,
        amount=standing.amount,
        iin_lookup=encryption.lookup("iin", details["iin"]),
        phone_lookup=encryption.lookup("phone", phone) if phone else None,
        number_lookup=encryption.lookup("number", parse_application_number(number)) if number else None,
        # What is told alike is the same, whoever tells it, and is recognised without opening what is stored.
        fingerprint=encryption.lookup("payment row", _sorted_json([details, open_part])),
        details=details,
    )

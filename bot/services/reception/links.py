"""Links of the reception: the ticket's QR and the entrance poster's, both signed with the installation's key.

A link gives no right by itself: who follows it and where it leads is asked when it is followed.
"""

from hmac import compare_digest

from bot.domain.codes import parse_case_code
from bot.domain.errors import InvalidInput
from storage.engine.encryption import Encryption

ENTRANCE = "door"
_SIGNS = 10


def ticket_payload(encryption: Encryption, number: str) -> str:
    """Return the ``/start`` payload of a ticket."""
    return f"ticket_{number}_{_signature(encryption, 'ticket', number)}"


def read_ticket(encryption: Encryption, value: str) -> str | None:
    """Return the booking's number out of what follows ``ticket_``; None when it was not signed here."""
    number, _, signature = value.partition("_")
    try:
        code = parse_case_code(number)
    except InvalidInput:
        return None
    return code if compare_digest(signature, _signature(encryption, "ticket", code)) else None


def entrance_payload(encryption: Encryption, branch_id: int) -> str:
    """Return the ``/start`` payload of a branch's entrance poster."""
    return f"{ENTRANCE}_{branch_id}_{_signature(encryption, ENTRANCE, str(branch_id))}"


def read_entrance(encryption: Encryption, value: str) -> int | None:
    """Return the branch's id out of what follows ``door_``; None when it was not signed here."""
    branch, _, signature = value.partition("_")
    if not branch.isdecimal() or not compare_digest(signature, _signature(encryption, ENTRANCE, branch)):
        return None
    return int(branch)


def _signature(encryption: Encryption, kind: str, value: str) -> str:
    return encryption.lookup(f"link:{kind}", value)[:_SIGNS]

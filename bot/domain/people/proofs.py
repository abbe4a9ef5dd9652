"""Proof that an ИИН is one's own: how it was shown, and for how long it holds."""

from dataclasses import dataclass
from enum import StrEnum

CODE_SECONDS = 14 * 86_400
"""How long a code for staff counts: as far ahead as a visit can be booked."""
PROOF_SECONDS = 365 * 86_400
"""How long a proof counts: numbers change hands."""


class ProofKind(StrEnum):
    """How it was shown; the words are stored."""

    CONTACT = "contact"
    """The phone of the own Telegram contact is the one the payer's registry has for the ИИН."""
    STAFF = "staff"
    """A clerk looked at the identity card."""


@dataclass(frozen=True, slots=True)
class AskedProof:
    """Who asks staff to confirm that a person is they."""

    user_id: int
    person_id: int

"""A payment as the registry has it: where it stands, since when, whose it is by keyed hashes (product P4)."""

from dataclasses import dataclass

from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.domain.subject import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a payment of a programme stands, since a local ISO date; ``amount`` in tenge."""

    programme: str
    status: PaymentStatus
    reason: PaymentReason | None
    day: str
    amount: int

    def is_as(self, other: "Standing") -> bool:
        """Tell whether status, reason and day are the same: then it has not moved."""
        return (self.status, self.reason, self.day) == (other.status, other.reason, other.day)


@dataclass(frozen=True, slots=True)
class NewState(Standing):
    """What a source says of one payment; lookups are keyed hashes."""

    iin_lookup: str
    phone_lookup: str | None
    number_lookup: str | None
    fingerprint: str
    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class StoredPayment(Standing):
    """A payment as it is stored; ``details`` are sealed under its own data key."""

    id: int
    data_key_id: int
    iin_lookup: str
    version: int
    fingerprint: str
    details: bytes

    @property
    def subject(self) -> Subject:
        """The subject of messages and reminders about this payment."""
        return Subject(SubjectKind.PAYMENT, self.id)

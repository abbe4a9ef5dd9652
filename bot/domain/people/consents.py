"""What a person agrees to, each by itself (product X5, domain §9)."""

from collections.abc import Iterable
from enum import StrEnum

from bot.domain.cases.case import AID


class Purpose(StrEnum):
    """What personal data are asked for; the words are stored and never change."""

    PAYMENTS = "payments"
    """Looking up a payment, and applying for one."""
    QUEUE = "queue"
    """Booking and waiting for a time at a ЦОН."""
    ASSISTANCE = "assistance"
    """Applying for АӘК, also for somebody else."""
    SERVICES = "services"
    """Applying for any other paper service."""
    INQUIRIES = "inquiries"
    """Writing to the staff, and calling them home."""


TEXT_VERSION = "2026-12"
"""Version of the texts ``consent-*``. Whoever agreed to a version that no longer counts is asked anew."""
_STILL_COUNT = frozenset({TEXT_VERSION, "2026-11"})
"""With the one text of 2026-11, asked before anything else, purposes were agreed to by name."""


def counts(text_version: str) -> bool:
    """Tell whether a consent to this version of a text is still one."""
    return text_version in _STILL_COUNT


def in_force(agreed: Iterable[tuple[str, str]]) -> frozenset[Purpose]:
    """Return the purposes agreed to, of pairs of a stored purpose and a text version; others' words are left out."""
    known = {purpose.value: purpose for purpose in Purpose}
    return frozenset(known[purpose] for purpose, version in agreed if purpose in known and counts(version))


def purpose_of(service: str) -> Purpose:
    """Return what an application for a service is for."""
    return Purpose.ASSISTANCE if service == AID else Purpose.SERVICES


def statement_of(programme: str) -> str:
    """Return how agreeing to a payment programme's own text was stored until 2026-12."""
    return f"payment:{programme}"

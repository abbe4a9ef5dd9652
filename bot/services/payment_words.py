"""Which texts tell a status: what it is, what it means, what comes next (product P1, P5)."""

from bot.domain.payments import PaymentReason, PaymentStatus, next_step
from bot.texts import Key


def status_words(status: PaymentStatus, reason: PaymentReason | None) -> dict[str, Key]:
    """Return the texts ``status``, ``means`` and ``next``; a refusal means its reason."""
    refused = status is PaymentStatus.REFUSED and reason is not None
    return {
        "status": status_key(status),
        "means": Key(f"payment-why-{reason}") if refused else Key(f"payment-means-{status}"),
        "next": Key(f"payment-next-{next_step(status, reason)}"),
    }


def status_key(status: PaymentStatus) -> Key:
    """Return the status's name."""
    return Key(f"payment-status-{status}")

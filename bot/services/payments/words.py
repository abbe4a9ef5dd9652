"""Which texts tell a status: what it is, what it means, what comes next (product P1, P5)."""

from bot.domain.payments import PaymentReason, PaymentStatus, PaymentStep, next_step
from bot.texts import Key

_S = PaymentStatus
_WAY = (_S.RECEIVED, _S.DATA_CHECK, _S.CASE_FORMED, _S.FUND_REVIEW, _S.ASSIGNED, _S.SENT_TO_BANK, _S.PAID)


def status_words(status: PaymentStatus, reason: PaymentReason | None) -> dict[str, Key]:
    """Return the texts ``status``, ``means`` and ``next``; a refusal means its reason."""
    refused = status is PaymentStatus.REFUSED and reason is not None
    return {
        "status": status_key(status),
        "means": Key(f"payment-why-{reason}") if refused else Key(f"payment-means-{status}"),
        "next": Key(f"payment-next-{_next(status, reason)}"),
    }


def _next(status: PaymentStatus, reason: PaymentReason | None) -> str:
    step = next_step(status, reason)
    # Only a refusal can be complained about; a returned payment was granted.
    refused = status is PaymentStatus.REFUSED
    return "refused_account" if refused and step is PaymentStep.FIX_ACCOUNT else step


def status_key(status: PaymentStatus) -> Key:
    """Return the status's name."""
    return Key(f"payment-status-{status}")


def statuses_ahead(status: PaymentStatus) -> tuple[PaymentStatus, ...]:
    """Return the steps still before a payment on its way; none where it was paid, returned or refused."""
    return _WAY[_WAY.index(status) + 1 :] if status in _WAY else ()

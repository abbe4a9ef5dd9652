"""Statuses of a payment application, their one table, and reasons of refusal (domain §3.4, §3.5).

No official dictionary of statuses was found; this one is derived from the published chain of processing.
"""

from enum import StrEnum


class PaymentStatus(StrEnum):
    """Where an application for a payment is."""

    RECEIVED = "received"
    DATA_CHECK = "data_check"
    CASE_FORMED = "case_formed"
    FUND_REVIEW = "fund_review"
    ASSIGNED = "assigned"
    SENT_TO_BANK = "sent_to_bank"
    PAID = "paid"
    BANK_REJECTED = "bank_rejected"
    REFUSED = "refused"


class PaymentReason(StrEnum):
    """Why a payment is refused: the main reasons the ministry gave on 23 and 27 April 2020."""

    PERSONAL_DATA_WRONG = "personal_data_wrong"
    ACCOUNT_WRONG = "account_wrong"
    HAS_REGULAR_WAGE = "has_regular_wage"
    RECEIVES_PENSION_OR_BENEFIT = "receives_pension_or_benefit"
    NO_CONTRIBUTIONS = "no_contributions"
    DUPLICATE = "duplicate"
    INCOME_TOO_HIGH = "income_too_high"


class PaymentStep(StrEnum):
    """What the citizen waits for or must do: the tail of a text key."""

    WAIT_CHECK = "wait_check"
    WAIT_CASE = "wait_case"
    WAIT_FUND = "wait_fund"
    WAIT_BANK = "wait_bank"
    WAIT_MONEY = "wait_money"
    FIX_ACCOUNT = "fix_account"
    FIX_DATA = "fix_data"
    APPEAL = "appeal"
    NOTHING = "nothing"


_P = PaymentStatus

PAYMENT_MOVES: dict[PaymentStatus, frozenset[PaymentStatus]] = {
    # Payers of the single aggregate payment skip the check (azattyq-ruhy.kz 7475).
    _P.RECEIVED: frozenset({_P.DATA_CHECK, _P.CASE_FORMED}),
    _P.DATA_CHECK: frozenset({_P.CASE_FORMED, _P.REFUSED}),
    _P.CASE_FORMED: frozenset({_P.FUND_REVIEW}),
    _P.FUND_REVIEW: frozenset({_P.ASSIGNED, _P.REFUSED}),
    _P.ASSIGNED: frozenset({_P.SENT_TO_BANK}),
    _P.SENT_TO_BANK: frozenset({_P.PAID, _P.BANK_REJECTED}),
    _P.BANK_REJECTED: frozenset({_P.SENT_TO_BANK}),
    _P.REFUSED: frozenset({_P.RECEIVED}),
    _P.PAID: frozenset(),
}
"""Legal moves: a returned payment goes to the bank again once the account is put right; a refusal may be followed by
a new application."""

STATUSES_WITH_REASON = frozenset({_P.REFUSED, _P.BANK_REJECTED})

_STEPS = {
    _P.RECEIVED: PaymentStep.WAIT_CHECK,
    _P.DATA_CHECK: PaymentStep.WAIT_CASE,
    _P.CASE_FORMED: PaymentStep.WAIT_FUND,
    _P.FUND_REVIEW: PaymentStep.WAIT_FUND,
    _P.ASSIGNED: PaymentStep.WAIT_BANK,
    _P.SENT_TO_BANK: PaymentStep.WAIT_MONEY,
    _P.PAID: PaymentStep.NOTHING,
    _P.BANK_REJECTED: PaymentStep.FIX_ACCOUNT,
    _P.REFUSED: PaymentStep.APPEAL,
}
_FIXABLE = {
    PaymentReason.ACCOUNT_WRONG: PaymentStep.FIX_ACCOUNT,
    PaymentReason.PERSONAL_DATA_WRONG: PaymentStep.FIX_DATA,
}


def can_follow(old: PaymentStatus, new: PaymentStatus) -> bool:
    """Tell whether `new` is the very next status after `old`."""
    return new in PAYMENT_MOVES[old]


def can_reach(old: PaymentStatus, new: PaymentStatus) -> bool:
    """Tell whether `new` may come some time after `old`: a registry may leave out the steps between."""
    seen: set[PaymentStatus] = set()
    ahead = set(PAYMENT_MOVES[old])
    while ahead:
        status = ahead.pop()
        seen.add(status)
        ahead |= PAYMENT_MOVES[status] - seen
    return new in seen


def next_step(status: PaymentStatus, reason: PaymentReason | None = None) -> PaymentStep:
    """Return what comes next for the citizen; a refusal for wrong data or account opens its correction (product P3)."""
    if status is PaymentStatus.REFUSED and reason in _FIXABLE:
        return _FIXABLE[reason]
    return _STEPS[status]

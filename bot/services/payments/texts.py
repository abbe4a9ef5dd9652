"""Which texts tell a status: what it is, what it means, what comes next and by when (product P1, P5)."""

from datetime import date

from bot.domain.payments.programmes import BothLanguages, Programme
from bot.domain.payments.statuses import STATUSES_WITH_REASON, PaymentReason, PaymentStatus, next_step
from bot.services.calendar import calendar
from bot.texts import Bilingual, LocalDate, TextRef

OVER = STATUSES_WITH_REASON | {PaymentStatus.PAID}
"""Statuses in which nothing is waited for: paid, returned or refused."""
Words = dict[str, TextRef | Bilingual]


def status_text(
    programme: Programme, status: PaymentStatus, reason: PaymentReason | None, since: date, today: date
) -> Words:
    """Return the texts ``status``, ``means`` and ``next``; a refusal means its reason, a wait says until when."""
    own = programme.words.get(status)
    return {
        "status": status_key(status),
        "means": told(own.means) if own and own.means and reason is None else _meaning(status, reason),
        "next": _with_date(programme, status, since, today, _next(programme, status, reason)),
    }


def status_key(status: PaymentStatus) -> TextRef:
    """Return the status's name."""
    return TextRef(f"payment-status-{status}")


def told(words: BothLanguages) -> Bilingual:
    """Return words of the data as a value for texts."""
    return Bilingual(words.kk, words.ru)


def statuses_ahead(programme: Programme, status: PaymentStatus) -> list[PaymentStatus]:
    """Return the steps still before a payment on its way, by each status's first move; none where it is over."""
    ahead: list[PaymentStatus] = []
    while status not in OVER and programme.moves[status]:
        status = programme.moves[status][0]
        ahead.append(status)
    return ahead


def expected_by(programme: Programme, status: PaymentStatus, since: date) -> date | None:
    """Return the day by which the next step is due by the programme's published term, or None without one."""
    term = programme.terms.get(status)
    return calendar().add_working_days(since, term.working_days) if term else None


def _meaning(status: PaymentStatus, reason: PaymentReason | None) -> TextRef:
    refused = status is PaymentStatus.REFUSED and reason is not None
    return TextRef(f"payment-why-{reason}") if refused else TextRef(f"payment-means-{status}")


def _next(programme: Programme, status: PaymentStatus, reason: PaymentReason | None) -> TextRef | Bilingual:
    if reason is not None and reason in programme.remedies:
        remedy = told(programme.remedies[reason].do)
        # Only a refusal can be complained about; a returned payment was granted.
        return TextRef("payment-next-refused", {"remedy": remedy}) if status is PaymentStatus.REFUSED else remedy
    own = programme.words.get(status)
    return told(own.next) if own and own.next else TextRef(f"payment-next-{next_step(status, reason)}")


def _with_date(
    programme: Programme, status: PaymentStatus, since: date, today: date, following: TextRef | Bilingual
) -> TextRef | Bilingual:
    if status in OVER:
        return following
    by = expected_by(programme, status, since)
    if by is None:
        return TextRef("payment-next-undated", {"following": following})
    place = "passed" if by < today else "dated"
    return TextRef(f"payment-next-{place}", {"following": following, "by": LocalDate.of(by)})

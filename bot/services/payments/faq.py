"""Questions about the payment of 2020, which facts of the programme answer each, and its reasons (product P5)."""

from bot.domain.payments.programmes import Fact
from bot.services.payments.programmes import programme_2020
from bot.texts import Bilingual, TextRef

QUESTIONS: dict[str, tuple[str, ...]] = {
    "who": ("who_april", "who_july"),
    "second": ("second_month", "second_month_who"),
    "july": ("july_once", "july_dates"),
    "half": ("half_august",),
    "term": ("decision_term", "payer", "no_signature"),
    "refused": (),
    "return": ("return_wage",),
}
"""Question → codes of facts in ``data/payments/programmes``; refusals are told by the programme's list of reasons."""


def reasons() -> dict[str, Bilingual]:
    """Return what can be done about each reason of refusal, by the reason."""
    return {reason: Bilingual(remedy.do.kk, remedy.do.ru) for reason, remedy in programme_2020().remedies.items()}


def topic_text(topic: str) -> TextRef:
    """Return how a question or a reason is called."""
    return TextRef(f"payment-topic-{topic}" if topic in QUESTIONS else f"payment-about-{topic}")


def facts_of(question: str) -> list[Fact]:
    """Return the facts that answer a question."""
    by_code = {fact.code: fact for fact in programme_2020().facts}
    return [by_code[code] for code in QUESTIONS[question]]

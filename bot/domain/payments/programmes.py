"""A payment programme as data: `data/payments/programmes/*.json` (product P2)."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, model_validator

from bot.domain.payments.statuses import PaymentReason, PaymentStatus

CATEGORY = "category"
"""The field that asks who applies; its options are the programme's categories."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BothLanguages(_Part):
    """The same words in Kazakh and Russian: content an administrator edits, not interface text."""

    kk: str = Field(min_length=1)
    ru: str = Field(min_length=1)


class Fact(_Part):
    """Something said about the programme, with where it was read and how firm it is (A, B, C of docs/domain.md)."""

    code: str
    value: BothLanguages
    source: str = Field(min_length=1)
    mark: Literal["A", "B", "C"]


class Round(_Part):
    """One intake: its first and last day, and the sum in tenge."""

    code: str
    opens: date
    closes: date
    amount: PositiveInt
    source: str = Field(min_length=1)
    mark: Literal["A", "B", "C"]

    @model_validator(mode="after")
    def _in_order(self) -> "Round":
        if self.closes < self.opens:
            raise ValueError("a round cannot close before it opens")
        return self


class Category(_Part):
    """Who may apply, in the applicant's words; ``asks`` are the fields only these applicants are asked for."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: BothLanguages
    asks: tuple[str, ...] = ()
    source: str = Field(min_length=1)
    mark: Literal["A", "B", "C"]


class Term(_Part):
    """How long a payment stays in a status by what was published, in working days."""

    working_days: PositiveInt
    source: str = Field(min_length=1)
    mark: Literal["A", "B", "C"]


class StatusWords(_Part):
    """What a status means and what comes next, where the programme says it otherwise than the locale's texts."""

    means: BothLanguages | None = None
    next: BothLanguages | None = None


class Remedy(_Part):
    """What an applicant can do about a refusal; ``corrects`` are the answers that may be asked for once more."""

    do: BothLanguages
    corrects: tuple[str, ...] = ()


class Programme(_Part):
    """All that decides what the bot says and takes for one payment.

    A ``demo`` programme is not real and is offered in the demo only. ``fields`` are the questions in their order, by
    their ids in ``data/forms/payment.json``; ``category`` stands where the applicant's category is asked.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    demo: bool = False
    version: PositiveInt
    checked: date
    name: BothLanguages
    payer: BothLanguages
    amount: PositiveInt
    rounds: tuple[Round, ...] = Field(min_length=1)
    channels: tuple[str, ...]
    fields: tuple[str, ...]
    statuses: tuple[PaymentStatus, ...] = Field(min_length=1)
    moves: dict[PaymentStatus, tuple[PaymentStatus, ...]]
    terms: dict[PaymentStatus, Term] = Field(default_factory=dict)
    words: dict[PaymentStatus, StatusWords] = Field(default_factory=dict)
    reasons: tuple[PaymentReason, ...]
    remedies: dict[PaymentReason, Remedy]
    categories: tuple[Category, ...] = Field(min_length=1)
    facts: tuple[Fact, ...]

    @model_validator(mode="after")
    def _fits_together(self) -> "Programme":
        statuses, fields = set(self.statuses), set(self.fields)
        corrected = {field for remedy in self.remedies.values() for field in remedy.corrects}
        asked = {field for category in self.categories for field in category.asks}
        wrong: dict[str, AbstractSet[str]] = {
            "moves": set(self.moves) ^ statuses,
            "the ends of moves": {status for ends in self.moves.values() for status in ends} - statuses,
            "terms": set(self.terms) - statuses,
            "words": set(self.words) - statuses,
            "remedies": set(self.remedies) ^ set(self.reasons),
            "what categories are asked": (asked | {CATEGORY}) - fields,
            # Another number is another person: that is a new application, never a correction.
            "what is corrected": (corrected - fields) | (corrected & {"iin"}),
        }
        told = {part: sorted(names) for part, names in wrong.items() if names}
        if told:
            raise ValueError(f"the programme does not fit together: {told}")
        return self

    def round_on(self, day: date) -> Round | None:
        """Return the round that takes applications on the day, or None: then the programme is closed."""
        return next((part for part in self.rounds if part.opens <= day <= part.closes), None)

    def is_open(self, day: date) -> bool:
        """Tell whether an application may be filed on the day."""
        return self.round_on(day) is not None

    def closed_on(self) -> date:
        """Return the last day of the last round."""
        return max(part.closes for part in self.rounds)

    def can_follow(self, old: PaymentStatus, new: PaymentStatus) -> bool:
        """Tell whether `new` may be the very next status after `old`."""
        return new in self.moves[old]

    def can_reach(self, old: PaymentStatus, new: PaymentStatus) -> bool:
        """Tell whether `new` may come some time after `old`: a registry may leave out the steps between."""
        seen: set[PaymentStatus] = set()
        ahead = set(self.moves[old])
        while ahead:
            seen |= ahead
            ahead = {after for status in ahead for after in self.moves[status]} - seen
        return new in seen

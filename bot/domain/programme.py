"""A payment programme as data: `data/programmes/*.json` (product.md P2)."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, model_validator

from bot.domain.payments import PaymentReason, PaymentStatus


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class BothLanguages(_Part):
    """The same words in Kazakh and Russian: content an administrator edits, not interface text."""

    kk: str = Field(min_length=1)
    ru: str = Field(min_length=1)


class Fact(_Part):
    """Something said about the programme, with where it was read and how firm it is (A, B, C of domain.md)."""

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


class Programme(_Part):
    """All that decides what the bot says and takes for one payment."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    version: PositiveInt
    checked: date
    name: BothLanguages
    payer: BothLanguages
    amount: PositiveInt
    rounds: tuple[Round, ...] = Field(min_length=1)
    channels: tuple[str, ...]
    fields: tuple[str, ...]
    statuses: tuple[PaymentStatus, ...] = Field(min_length=1)
    reasons: tuple[PaymentReason, ...]
    facts: tuple[Fact, ...]

    def round_on(self, day: date) -> Round | None:
        """Return the round that takes applications on the day, or None: then the programme is closed."""
        return next((part for part in self.rounds if part.opens <= day <= part.closes), None)

    def is_open(self, day: date) -> bool:
        """Tell whether an application may be filed on the day."""
        return self.round_on(day) is not None

    def closed_on(self) -> date:
        """Return the last day of the last round."""
        return max(part.closes for part in self.rounds)

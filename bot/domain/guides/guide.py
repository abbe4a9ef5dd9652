"""A guide as data: `data/guides/*.json` (product G). The answer comes first, steps after it; the day and the source
stand under both, because what is true of an office today may not be tomorrow."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.domain.payments.programmes import BothLanguages

Link = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z0-9_-]+)?$", max_length=40)]
"""What a button opens: a deep link as in `/start LINK`."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,30}$")]
TOPICS = ("money", "tson", "online", "family", "papers")
MCI = re.compile(r"\{mci ([0-9]+(?:\.[0-9]+)?)\}")
"""`{mci 0.25}` in a text: so many МРП, told in tenge of the day."""
LONGEST_TITLE, ONE_SCREEN = 40, 600


class Guide(BaseModel):
    """One question people ask, answered on one screen.

    `place` orders the list; `bring` is a checklist; `changed` is what is different since 2020; `as_of` is the day for
    which the source speaks; from `review_by` on the reader is told that it may be out of date (None: history, which
    stays as it was); `mark` is how firm it is (A: official or two sources, B: one source); `link` is a public page.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    place: int = Field(ge=1)
    topic: Literal["money", "tson", "online", "family", "papers"]
    title: BothLanguages
    answer: BothLanguages
    steps: tuple[BothLanguages, ...] = Field(min_length=1, max_length=8)
    bring: tuple[BothLanguages, ...]
    fee: BothLanguages | None
    term: BothLanguages | None
    changed: BothLanguages | None
    as_of: date
    review_by: date | None
    source: BothLanguages
    mark: Literal["A", "B"]
    link: Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+(/[!-~]*)?$")] | None
    actions: tuple[Link, ...]

    @model_validator(mode="after")
    def _fits(self) -> "Guide":
        for language in ("kk", "ru"):
            if len(getattr(self.title, language)) > LONGEST_TITLE:
                raise ValueError(f"title.{language} is longer than {LONGEST_TITLE} letters: it is a button")
            if len(getattr(self.answer, language)) > ONE_SCREEN:
                raise ValueError(f"answer.{language} is longer than {ONE_SCREEN} letters: it is one screen")
            if sum(len(getattr(step, language)) for step in self.steps) > 2 * ONE_SCREEN:
                raise ValueError(f"steps.{language} are longer than {2 * ONE_SCREEN} letters together")
        if self.review_by is not None and self.review_by <= self.as_of:
            raise ValueError("review_by is not after as_of")
        return self

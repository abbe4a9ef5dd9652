"""A guide as data: `data/guides/*.json` (product.md G). The answer comes first, steps after it; the day and the source
stand under both, because what is true of an office today may not be tomorrow."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.programme import BothLanguages

Action = Literal["book", "aid", "payment"]


class Guide(BaseModel):
    """One question people ask, answered on one screen.

    `place` orders the list; `changed` is what is different since 2020; `as_of` is the day for which the source speaks;
    `mark` is how firm it is (A: official or two sources, B: one source); `actions` name deep links that do it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]{1,30}$")
    place: int = Field(ge=1)
    title: BothLanguages
    answer: BothLanguages
    steps: tuple[BothLanguages, ...]
    changed: BothLanguages | None
    as_of: date
    source: BothLanguages
    mark: Literal["A", "B"]
    actions: tuple[Action, ...]

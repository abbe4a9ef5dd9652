"""A quiz as data: `data/guides/quizzes/*.json` (product G2). Questions answered by buttons lead to one result."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.domain.guides.guide import Id, Link
from bot.domain.payments.programmes import BothLanguages


class Option(BaseModel):
    """An answer; `to` is the question or the result it leads to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: BothLanguages
    to: Id


class Question(BaseModel):
    """A question and its answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: BothLanguages
    options: tuple[Option, ...] = Field(min_length=2, max_length=8)


class Result(BaseModel):
    """What the answers come to; `actions` name deep links that go on from here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: BothLanguages
    actions: tuple[Link, ...]


class Quiz(BaseModel):
    """Some questions; every way through them ends in a result, and everything is on some way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    place: int = Field(ge=1)
    title: BothLanguages
    start: Id
    questions: dict[Id, Question]
    results: dict[Id, Result]
    as_of: date
    source: BothLanguages

    @model_validator(mode="after")
    def _leads_somewhere(self) -> "Quiz":
        if both := self.questions.keys() & self.results.keys():
            raise ValueError(f"a question and a result are both called {', '.join(sorted(both))}")
        seen: set[str] = set()
        self._walk(self.start, (), seen)
        if lost := (self.questions.keys() | self.results.keys()) - seen:
            raise ValueError(f"no answer leads to {', '.join(sorted(lost))}")
        return self

    def _walk(self, at: str, before: tuple[str, ...], seen: set[str]) -> None:
        if at in before:
            raise ValueError(f"the answers lead in a circle: {' → '.join((*before, at))}")
        if at not in self.questions and at not in self.results:
            raise ValueError(f"there is no question or result called {at}")
        seen.add(at)
        for option in self.questions[at].options if at in self.questions else ():
            self._walk(option.to, (*before, at), seen)

"""What is held of an application beside its answers, as lines for the person to read: incomes by month, what was asked,
planned and decided, files, and the history with its words."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from html import unescape
from typing import Any

from bot.domain.forms.forms import Answers
from bot.forms import family_members, incomes
from bot.texts import LocalDate, LocalDateTime, Money, TextRef, Texts, Value


def case_rows(texts: Texts, language: str, record: Mapping[str, Any]) -> list[list[str]]:
    """Return a name and what is held under it a line."""
    return list(_Lines(texts, language).of(record))


class _Lines:
    def __init__(self, texts: Texts, language: str) -> None:
        self._texts = texts
        self._language = language

    def of(self, record: Mapping[str, Any]) -> Iterator[list[str]]:
        yield from self._incomes(record["answers"] or {})
        for each in record.get("questions", ()):
            yield [self._say("data-question"), f"{self._at(each['asked_at'])}: {each['asked']}"]
        for line in record.get("plan", ()):
            yield [self._say("data-plan"), str(line)]
        for each in record.get("obligations", ()):
            due = f" ({self._tell(LocalDate(each['due']))})" if each["due"] else ""
            state = self._say(f"data-obligation-{each['state']}")
            yield [self._say("data-obligation"), f"{each['title']}{due}: {state}"]
        if decision := record.get("decision"):
            yield [self._say("data-decision"), self._decided(decision["what"], decision["said"])]
        for each in record.get("files", ()):
            yield [self._say("data-file"), f"{each['name']}, {self._at(each['at'])}"]
        for each in record.get("history", ()):
            yield [self._at(each["at"]), self._event(each)]

    def _incomes(self, answers: Answers) -> Iterator[list[str]]:
        for person in family_members.people(answers):
            for kind in incomes.kinds(answers, person.id):
                months = sorted(
                    (str(item["month"]), int(item["amount"]))
                    for item in incomes.of(answers, person.id)
                    if item["kind"] == kind
                )
                told = ", ".join(
                    f"{date.fromisoformat(month):%m.%Y}: {self._tell(Money(amount))}" for month, amount in months
                )
                name = person.name or self._say("aid-income-me")
                yield [f"{name}. {self._say(f'aid-kind-{kind}')}", told]

    def _decided(self, what: str, said: Mapping[str, Any]) -> str:
        words = self._tell(TextRef("staff-event", {"type": what}))
        if "amount" in said:
            amount: Value = Money(int(said["amount"]))
            return f"{words}: {self._say('data-decision-sum', amount=amount, months=str(said['months']))}"
        told = str(said.get("fix") or said.get("text") or "")
        return f"{words}: {told}" if told else words

    def _event(self, event: Mapping[str, Any]) -> str:
        words = self._tell(TextRef("staff-event", {"type": event["what"]}))
        said = event["said"]
        told = str(said.get("text") or said.get("words") or said.get("fix") or "")
        return f"{words}: {told}" if told else words

    def _say(self, key: str, **args: Value) -> str:
        return self._texts.plain(self._language, key, **args)

    def _tell(self, value: Value) -> str:
        return unescape(str(self._texts.render(self._language, value)))

    def _at(self, iso: str) -> str:
        return self._tell(LocalDateTime(int(datetime.fromisoformat(iso).timestamp())))

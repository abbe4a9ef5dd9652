"""Everything that is held about a person, for the person to read (product X5)."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import unescape
from typing import Any

from bot.domain.cases.case import AID
from bot.domain.people.consents import Purpose, statement_of
from bot.printing.answers import answer_rows, payment_rows
from bot.printing.my_case import case_rows
from bot.printing.typeset import typeset
from bot.services.branches.directory import tson_services
from bot.services.paper_services import short_name_of
from bot.services.payments.programme_files import programmes
from bot.services.privacy.export import MyData
from bot.texts import LocalDate, LocalDateTime, Texts

# What stands in each part of the file, in this order; everything else of the file is the person's own answers.
_PARTS: dict[str, tuple[str, ...]] = {
    "consents": ("purpose", "answer", "text_version", "given_at", "withdrawn_at", "replaced_at"),
    "bookings": ("ticket", "service", "branch", "starts_at", "relation", "iin", "state"),
    "visits": ("branch", "day", "ticket", "state", "arrived_at"),
    "waiting_list": ("service", "day_from", "day_to", "state", "created_at"),
    "payments_followed": ("programme", "status", "created_at"),
    "inquiries": ("code", "kind", "words", "state", "created_at"),
    "guide_steps": ("guide", "step", "ticked_at"),
    "own_numbers": ("iin", "how", "proved_at", "code", "reason"),
    "access_log": ("at", "by", "people", "about", "what"),
}
_FAMILIES = {
    ("consents", "answer"): "data-answer-",
    ("bookings", "relation"): "relation-",
    ("bookings", "state"): "data-state-",
    ("visits", "state"): "data-state-",
    ("waiting_list", "state"): "data-state-",
    ("payments_followed", "status"): "payment-status-",
    ("inquiries", "kind"): "inquiry-kind-",
    ("own_numbers", "how"): "data-proof-",
    ("inquiries", "state"): "inquiry-state-",
    ("access_log", "about"): "data-about-",
}
_DONE = {
    "full data": "data-done-full",
    "history": "data-done-history",
    "documents": "data-done-documents",
    "case file": "data-done-file",
    "found by ИИН": "data-done-found",
    "refused": "data-done-refused",
    "iin proof asked": "data-done-proof",
    "iin proved by staff": "data-done-proved",
    "booking released": "data-done-released",
    "own data exported": "data-done-exported",
    "payment checked": "data-done-payment",
    "payment checked by phone": "data-done-payment",
    "payment checked by number": "data-done-payment",
    "payment opened by its follower": "data-done-payment",
    "payment application opened by staff": "data-done-full",
    "inquiry opened by staff": "data-done-full",
    "payment applications exported": "data-done-export",
    "card delivered": "data-done-card",
    "documents delivered": "data-done-papers",
    "message delivered": "data-done-words",
    "inquiry taken": "data-done-take",
    "inquiry released": "data-done-release",
    "inquiry answered": "data-done-answer",
    "inquiry passed on": "data-done-pass",
    "inquiry closed": "data-done-close",
    "intake take": "data-done-take",
    "intake release": "data-done-release",
    "intake ask": "data-done-ask",
    "intake accept": "data-done-decide",
    "intake refuse": "data-done-decide",
    "intake export": "data-done-export",
    "intake close": "data-done-close",
}
"""What was done with the data, by the words of the audit log; moves of a case are told by their own text."""
_NOTHING = "—"
_SIGNS = re.compile(r"^[^\w«(]+")


async def my_data_file(texts: Texts, language: str, collected: MyData) -> bytes:
    """Return the PDF of what ``collect_my_data`` collected, in this language."""
    return await typeset("my_data", my_data_sheet(texts, language, collected))


def my_data_sheet(texts: Texts, language: str, collected: MyData) -> dict[str, Any]:
    """Return what the template prints."""
    sheet = _Sheet(texts, language)
    return {
        "language": language,
        "title": sheet.say("data-title"),
        "about": sheet.say("data-about", at=_moment(collected.collected_at)),
        "nothing": sheet.say("data-nothing"),
        "profile": sheet.profile(collected),
        "applications": [
            {
                "title": sheet.say("data-part-applications"),
                "rows": [sheet.application(each) for each in collected.applications],
            },
            {
                "title": sheet.say("data-part-payment_applications"),
                "rows": [sheet.payment_application(each) for each in collected.payment_applications],
            },
        ],
        "parts": [sheet.part(name, columns, getattr(collected, name)) for name, columns in _PARTS.items()],
    }


class _Sheet:
    """One person's data being put into words."""

    def __init__(self, texts: Texts, language: str) -> None:
        self._texts = texts
        self._language = language

    def say(self, key: str, **args: Any) -> str:
        return self._texts.plain(self._language, key, **args)

    def profile(self, collected: MyData) -> list[list[str]]:
        rows = [[self._label(name), self._value("profile", name, value)] for name, value in collected.profile.items()]
        assistant = collected.assistant
        if assistant:
            rows.append([self.say("data-col-assistant"), assistant.name])
            rows += [[self.say("data-col-client"), each.name] for each in assistant.people]
        if collected.reminders is not None:
            hours = [self.say("profile-reminder-before", hours=each) for each in collected.reminders]
            rows.append([self.say("data-col-reminders"), ", ".join(hours) or self.say("data-nothing")])
        return [[self.say("data-col-telegram_id"), str(collected.telegram_id)], *rows]

    def application(self, row: Mapping[str, Any]) -> dict[str, Any]:
        state = self.say("data-draft") if row["code"] is None else self.say(f"case-short-{row['state']}")
        heading = " · ".join(part for part in (self._service(row["service"]), row["code"], state) if part)
        answers = row["answers"]
        rows = answer_rows(self._texts, self._language, row["service"], answers, row["pages"]) if answers else []
        return {"heading": heading, "rows": [*rows, *case_rows(self._texts, self._language, row)]}

    def payment_application(self, row: Mapping[str, Any]) -> dict[str, Any]:
        programme = programmes()[row["programme"]]
        state = self.say("data-draft") if row["code"] is None else self.say(f"intake-short-{row['state']}")
        parts = (self._programme(programme.id), row["code"], _SIGNS.sub("", state))
        answers = {**row["answers"], **row["corrected"]}
        rows = payment_rows(self._texts, self._language, programme, answers)
        done = [(each["at"], _DONE.get(f"intake {each['what']}")) for each in row["history"]]
        rows += [[self._tell(_moment(at)), self.say(key)] for at, key in done if key]
        return {"heading": " · ".join(part for part in parts if part), "rows": rows}

    def part(self, name: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        return {
            "title": self.say(f"data-part-{name}"),
            "columns": [self._label(column) for column in columns],
            "rows": [[self._value(name, column, row.get(column)) for column in columns] for row in rows],
        }

    def _label(self, column: str) -> str:
        key = f"data-col-{column}"
        return self.say(key) if self._texts.has(key) else column

    def _value(self, part: str, column: str, value: Any) -> str:
        if value is None or value == "":
            return _NOTHING
        if column.endswith("_at") or column == "at":
            return self._tell(_moment(value))
        if column in {"day", "day_from", "day_to"}:
            return self._tell(LocalDate(str(value)))
        if column in {"service", "purpose"}:
            return self._service(str(value))
        if column == "programme":
            return self._programme(str(value))
        if column == "what":
            return self.say(_DONE[value]) if value in _DONE else self.say("staff-event", type=str(value))
        key = f"{_FAMILIES.get((part, column), '')}{value}"
        if (part, column) not in _FAMILIES or not self._texts.has(key):
            return str(value)
        # The fonts of paper have no emoji.
        return _SIGNS.sub("", self.say(key))

    def _programme(self, programme_id: str) -> str:
        known = programmes().get(programme_id)
        return str(getattr(known.name, self._language)) if known else programme_id

    def _service(self, code: str) -> str:
        if code == AID or code.startswith("appeal-"):
            return self._tell(short_name_of(code))
        known = tson_services().get(code)
        if known:
            return str(getattr(known.names, self._language))
        agreed_to = next((each for each in programmes() if code == statement_of(each)), None)
        if agreed_to:
            return self._programme(agreed_to)
        if code in set(Purpose):
            return self.say(f"consent-title-{code}")
        return self.say("data-purpose-general") if code == "general" else code

    def _tell(self, value: Any) -> str:
        return unescape(str(self._texts.render(self._language, value)))


def _moment(iso: str) -> LocalDateTime:
    return LocalDateTime(int(datetime.fromisoformat(iso).timestamp()))

"""The filled application on paper: the annex form of order 109 (domain §1.3), for АӘК with family and incomes."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import segno

from bot.domain.applications.application import Application, Page
from bot.domain.calendar.quarters import income_quarter
from bot.domain.cases.case import AID
from bot.domain.forms.fields import PAPERS_ROW, RECIPIENT_ROW, SERVICE_ROW, DocumentsField, Excuse
from bot.domain.forms.forms import visible_fields
from bot.domain.people.accounts import BANKS
from bot.domain.people.operator import Operator
from bot.forms import family_members, incomes
from bot.forms.answer_values import told
from bot.forms.loading import MEMBER, form_for
from bot.printing.typeset import typeset
from bot.services.calendar import today
from bot.services.cases.facts import person_name
from bot.services.consents.texts import operator_text
from bot.services.paper_services import official_name_of, recipient_of
from bot.texts import Bilingual, LocalDate, LocalDateTime, TextRef, Texts

_WORDS = (
    *("title", "basis", "number", "date", "field", "value", "members", "incomes", "applicant", "relation"),
    *("person", "born", "state", "kind", "total", "no-income", "document", "sheets", "note", "signature"),
    *("scan", "page", "more", "row-1", "row-12", "application"),
)


async def application_form(
    application: Application, pages: Sequence[Page], texts: Texts, *, bot_username: str, operator: Operator
) -> bytes:
    """Return the PDF of a submitted application, in the language it was written in."""
    data = form_data(application, pages, texts, bot_username=bot_username, operator=operator)
    return await typeset("application_form", data)


def form_data(
    application: Application, pages: Sequence[Page], texts: Texts, *, bot_username: str, operator: Operator
) -> dict[str, Any]:
    """Return what the template prints. Raises ValueError for a draft: it has no number and no date."""
    if application.code is None or application.submitted_at is None:
        raise ValueError("only a submitted application is printed")
    sheet = _Sheet(application, pages, texts)
    return sheet.data(application.code, application.submitted_at, bot_username, operator)


class _Sheet:
    """An application being put into words."""

    def __init__(self, application: Application, pages: Sequence[Page], texts: Texts) -> None:
        self._application = application
        self._answers = application.answers
        self._language = application.language
        self._is_aid = application.service == AID
        self._form = form_for(application.service)
        self._texts = texts
        items = [page.item for page in pages]
        self._pages = {item: items.count(item) for item in items}

    def data(self, code: str, submitted_at: int, bot_username: str, operator: Operator) -> dict[str, Any]:
        moment = LocalDateTime(submitted_at)
        return {
            "language": self._language,
            "words": {word: self._say(f"aid-print-{word}") for word in _WORDS},
            "number": code,
            "date": self._say_value(LocalDateTime(submitted_at, style="day")),
            "rows": self._rows(),
            "more": self._more(),
            "service": self._service(),
            "statement": self._statement(operator),
            "members": self._members() if self._is_aid else [],
            **(self._incomes(submitted_at) if self._is_aid else {"incomes": []}),
            "documents": self._documents(),
            "electronic": self._say("aid-print-electronic", date=moment, account=str(self._application.made_by)),
            "assistant": self._assistant(),
            "name": person_name(self._answers),
            "qr": _qr(f"https://t.me/{bot_username}?start=case_{code}"),
        }

    def _statement(self, operator: Operator) -> str:
        """Return what was confirmed and consented to, and to whom."""
        key = "aid-print-statement" if self._is_aid else "appeal-print-statement"
        return self._say(key, operator=operator_text(operator))

    def _assistant(self) -> str:
        """Return who filed it for the person, with whose consent; empty for whoever filed for themselves."""
        name = self._answers.get("assistant")
        if name is None:
            return ""
        consented = LocalDateTime(int(str(self._answers["consent_at"])))
        return self._say("aid-print-assistant", name=str(name), at=consented)

    def _service(self) -> str:
        return str(getattr(official_name_of(self._application.service), self._language))

    def _rows(self) -> list[list[str]]:
        """Return rows 1-11 of the annex; row 12 is the table of papers."""
        answers = {field.annex_row: self._answer(field.id) for field in self._form.fields if field.annex_row}
        answers[SERVICE_ROW] = self._service()
        answers[RECIPIENT_ROW] = self._say(f"appeal-recipient-{recipient_of(self._application.service)}")
        return [[str(number), self._say(f"aid-print-row-{number}"), answers[number]] for number in range(1, PAPERS_ROW)]

    def _more(self) -> list[list[str]]:
        """Return what the annex has no row for."""
        shown = [
            field
            for field in visible_fields(self._form, self._answers)
            if field.annex_row is None and field.type not in {"members", "incomes", "documents"}
        ]
        account = {"iban": "aid-print-account"}
        return [
            [self._say(account.get(field.id, f"{field.key}-short")), self._line(field.id)]
            for field in shown
            if field.id != "account_owner"
        ]

    def _line(self, field_id: str) -> str:
        value = self._answer(field_id)
        return self._with_bank(value) if field_id == "iban" and value.startswith("KZ") else value

    def _with_bank(self, iban: str) -> str:
        bank = BANKS[iban[4:7]]
        name = bank.name_kk if self._language == "kk" else bank.name_ru
        return f"{iban}, {name}, {self._say('aid-print-own-account')}"

    def _members(self) -> list[list[str]]:
        me = [
            self._say("aid-print-applicant"),
            person_name(self._answers),
            *map(self._answer, ("iin", "born", "state")),
        ]
        fields = {field.id: field for field in form_for(MEMBER).fields}
        others = []
        for item in family_members.members(self._answers):
            sheet = family_members.sheet(item)
            parts = ("relation", "name", "iin", "born", "state")
            cells = [told(fields[part], sheet, {}, on_paper=True) for part in parts]
            others.append([self._cell(sheet.get(part), cell) for part, cell in zip(parts, cells, strict=True)])
        return [me, *others]

    def _incomes(self, submitted_at: int) -> dict[str, Any]:
        months = income_quarter(today(submitted_at)).months
        rows = [row for person in family_members.people(self._answers) for row in self._income_rows(person, months)]
        total = sum(incomes.total(self._answers, person.id) for person in family_members.people(self._answers))
        return {"months": [f"{month:%m.%Y}" for month in months], "incomes": rows, "total": self._sum(total)}

    def _income_rows(self, person: family_members.Person, months: Sequence[date]) -> list[list[str]]:
        name = person.name or person_name(self._answers)
        kinds = incomes.kinds(self._answers, person.id)
        if not kinds:
            return [[name, self._say("aid-print-no-income"), *("0" for _ in months), "0"]]
        rows = []
        for kind in kinds:
            sums = [incomes.amount(self._answers, person.id, kind, month) or 0 for month in months]
            rows.append([name, self._say(f"aid-kind-{kind}"), *map(self._sum, sums), self._sum(sum(sums))])
        return rows

    def _documents(self) -> list[list[str]]:
        """Return rows of the papers; the form itself comes before them in the template, which knows its number of
        sheets."""
        papers = [field for field in visible_fields(self._form, self._answers) if isinstance(field, DocumentsField)]
        rows = []
        for field in papers:
            name, status = self._say(f"{field.key}-short"), self._answers.get(field.id)
            if status == Excuse.ATTACHED:
                rows.append([name, str(self._pages.get(field.id, 0)), self._say("aid-print-files")])
            elif status in {Excuse.CANNOT_GET, Excuse.AS_BEFORE}:
                rows.append([name, "0", self._say(f"aid-excuse-{status}")])
        return [[str(number), *row] for number, row in enumerate(rows, 2)]

    def _answer(self, field_id: str) -> str:
        field = self._form.field(field_id)
        return self._cell(self._answers.get(field_id), told(field, self._answers, self._pages, on_paper=True))

    def _cell(self, answer: object, value: Any) -> str:
        return self._say("aid-print-empty") if answer is None else self._say_value(value)

    def _say(self, key: str, **args: Any) -> str:
        return self._texts.plain(self._language, key, **args)

    def _say_value(self, value: Any) -> str:
        if isinstance(value, TextRef):
            return self._say(value.key, **value.args)
        if isinstance(value, str):
            return value
        if isinstance(value, LocalDate):
            return f"{date.fromisoformat(value.iso):%d.%m.%Y}"
        if isinstance(value, Bilingual):
            return value.kk if self._language == "kk" else value.ru
        return str(self._texts.render(self._language, value))

    @staticmethod
    def _sum(tenge: int) -> str:
        return f"{tenge:,}".replace(",", "\N{NO-BREAK SPACE}")


def _qr(address: str) -> str:
    svg = BytesIO()
    segno.make(address, error="m").save(svg, kind="svg", scale=4, border=2, xmldecl=False)
    return svg.getvalue().decode()

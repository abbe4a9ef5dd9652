"""Every form as a list of steps, so that one test can do something at each of its questions."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.data_files import regions
from bot.domain.forms.fields import DocumentsField
from bot.domain.forms.forms import Answer
from bot.forms.loading import FOLDER, form_for
from bot.services.payments.programmes import programmes
from tests.support.forms.aid import IBAN, IIN, photo
from tests.support.forms.steps import ASTANA
from tests.support.world import Reader

DEMO = "demo-open"
Between = Callable[[Reader, "Step"], Awaitable[Reader]]


@dataclass(frozen=True, slots=True)
class Step:
    """A question, and how it is answered: by a button's text, by a label in the language, by typing or with a photo."""

    asks: str
    press: str = ""
    typed: str = ""
    label: Callable[[str], str | re.Pattern[str]] | None = None
    photo: bool = False
    told: bool = False
    """The list it asks for is whole already: whoever comes back goes on with the next question."""
    args: dict[str, Any] = field(default_factory=dict)

    async def answered_by(self, person: Reader) -> None:
        """Answer the question that is on the screen."""
        if self.photo:
            await person.actor.sends_photo(photo(1))
            await person.sees("aid-pages", count=1)
            await person.presses("aid-pages-ready")
        elif self.typed:
            await person.says(self.typed)
        elif self.label is not None:
            await person.actor.presses(self.label(person.language))
        else:
            await person.presses(self.press, **self.args)

    async def seen_by(self, person: Reader) -> None:
        """Wait for the question."""
        await person.sees(self.asks)


async def walks(person: Reader, steps: Sequence[Step], between: Between) -> Reader:
    """Answer every question; ``between`` does what it does while each is on the screen, and returns who goes on."""
    for step in steps:
        await step.seen_by(person)
        person = await between(person, step)
        await step.answered_by(person)
    return person


def _astana(language: str) -> str:
    return str(getattr(regions()[ASTANA], language))


def _name(text: str) -> Callable[[str], re.Pattern[str]]:
    return lambda _language: re.compile(re.escape(text))


def _who(language: str) -> str | re.Pattern[str]:
    return re.compile("Сіз ·" if language == "kk" else "Вы ·")


_PERSON = (
    Step("aid-field-surname", typed="Ғабитова"),
    Step("aid-field-name", typed="Ұлжан"),
    Step("aid-field-patronymic", press="form-skip"),
)
_CONTACTS = (
    Step("aid-field-phone", typed="8 700 000 00 01"),
    Step("aid-field-email", press="form-skip"),
    Step("aid-field-address", typed="Астана, Абай 10"),
)
AID_STEPS = (
    Step("aid-field-region", label=_astana),
    Step("aid-field-history", press="aid-field-history-first"),
    Step("aid-field-channel", press="aid-field-channel-rural_akim"),
    Step("aid-field-iin", typed=IIN),
    *_PERSON,
    Step("aid-field-born", typed="15.06.1985"),
    *_CONTACTS,
    Step("aid-field-state", press="aid-field-state-working"),
    Step("aid-field-living", press="aid-field-living-family"),
    Step("aid-field-members", press="aid-member-add"),
    Step("aid-member-relation", press="aid-member-relation-child"),
    Step("aid-member-name", typed="Ғабитова Іңкәр"),
    Step("aid-member-iin", press="form-skip"),
    Step("aid-member-born", typed="15.06.2015"),
    Step("aid-field-members", press="aid-members-ready", told=True),
    Step("aid-field-incomes", press="aid-incomes-rest"),
    Step("aid-field-incomes", press="aid-incomes-ready", told=True),
    Step("aid-field-plot", press="aid-field-plot-yes"),
    Step("aid-field-plot-details", typed="6 сотық бақша"),
    Step("aid-field-iban", typed=IBAN),
    Step("aid-field-account-owner", press="aid-field-account-owner-own"),
    Step("aid-field-evidence", photo=True),
    Step("aid-field-alimony-paper", press="aid-excuse-not_needed"),
    Step("aid-field-job-request", press="aid-excuse-cannot_get"),
    Step("aid-field-work-consent", press="aid-excuse-not_needed"),
    Step("aid-field-documents", press="aid-excuse-not_needed"),
    Step("aid-field-content", press="form-skip"),
    Step("aid-field-family-consent", press="aid-field-family-consent-given"),
)
AID_ANSWERS: dict[str, Answer] = {
    "region": ASTANA,
    "history": "first",
    "channel": "rural_akim",
    "iin": IIN,
    "surname": "Ғабитова",
    "name": "Ұлжан",
    "patronymic": None,
    "born": "1985-06-15",
    "phone": "+77000000001",
    "email": None,
    "address": "Астана, Абай 10",
    "state": "working",
    "living": "family",
    "members": [
        {
            "id": "m1",
            "relation": "child",
            "name": "Ғабитова Іңкәр",
            "iin": "",
            "born": "2015-06-15",
            "state": "child",
        }
    ],
    "incomes": [
        {"member": "me", "kind": "none", "month": "2026-07-01", "amount": 0},
        {"member": "m1", "kind": "none", "month": "2026-07-01", "amount": 0},
    ],
    "plot": "yes",
    "plot_details": "6 сотық бақша",
    "iban": IBAN,
    "account_owner": "own",
    "evidence": "attached",
    "alimony_paper": "not_needed",
    "job_request": "cannot_get",
    "work_consent": "not_needed",
    "documents": "not_needed",
    "content": None,
    "family_consent": "given",
}
_APPEAL_HEAD = (
    Step("appeal-field-region", label=_astana),
    Step("appeal-field-iin", typed=IIN),
    *_PERSON,
    *_CONTACTS,
    Step("appeal-field-content", typed="Зейнетақы тағайындауды сұраймын"),
)
_APPEAL_TAIL = (
    Step("appeal-field-signed", photo=True),
    Step("appeal-field-documents", press="aid-excuse-cannot_get"),
)
APPEAL_STEPS = (*_APPEAL_HEAD, *_APPEAL_TAIL)
APPEAL_ANSWERS: dict[str, Answer] = {
    "region": ASTANA,
    "iin": IIN,
    "surname": "Ғабитова",
    "name": "Ұлжан",
    "patronymic": None,
    "phone": "+77000000001",
    "email": None,
    "address": "Астана, Абай 10",
    "content": "Зейнетақы тағайындауды сұраймын",
    "signed": "attached",
    "documents": "cannot_get",
}


def own_papers(service: str) -> list[DocumentsField]:
    """Return the papers a service asks for besides the common ones."""
    common = {field.id for field in form_for("appeal").fields}
    return [field for field in form_for(service).fields if isinstance(field, DocumentsField) and field.id not in common]


def _with_papers(service: str) -> tuple[tuple[Step, ...], dict[str, Answer]]:
    """Return the steps and answers of a service: none of its own papers can be shown."""
    said = {paper: str(paper.excuses[0]) for paper in own_papers(service)}
    asked = tuple(Step(paper.key, press=f"aid-excuse-{excuse}") for paper, excuse in said.items())
    answers = {paper.id: excuse for paper, excuse in said.items()}
    return (*_APPEAL_HEAD, *asked, *_APPEAL_TAIL), {**APPEAL_ANSWERS, **answers}


OWN_PAPERS_AT = len(_APPEAL_HEAD)
"""How many questions come before a service's own papers."""
OWN_PAPERS = sorted(path.stem for path in FOLDER.glob("appeal-*.json"))
FORMS = {
    "aid": (AID_STEPS, AID_ANSWERS),
    "appeal-20": (APPEAL_STEPS, APPEAL_ANSWERS),
    **{service: _with_papers(service) for service in OWN_PAPERS},
}
PAYMENT_APPLICATION_STEPS = (
    Step("intake-field-surname", typed="Үлгібаева"),
    Step("intake-field-name", typed="Әлия"),
    Step("intake-field-patronymic", press="form-skip"),
    Step("intake-field-iin", typed="850615100017"),
    Step("intake-field-phone", typed="8 700 000 00 01"),
    Step(
        "intake-field-category",
        label=lambda language: str(getattr(programmes()[DEMO].categories[0].name, language)),
    ),
    Step("intake-field-employer-bin", typed="990140000017"),
    Step("intake-field-iban", typed="KZ41722C000000000001"),
    Step("intake-field-account-owner", press="intake-field-account-owner-own"),
)

"""The services of the electronic appeal: sent to their body, and added as data."""

import csv
import json
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot import data_files
from bot.data_files import paper_services
from bot.domain.cases.case import Case
from bot.domain.errors import Refusal
from bot.domain.forms.fields import DocumentsField
from bot.domain.forms.forms import Answer, Answers
from bot.domain.staff_chats import StaffChat
from bot.forms import loading
from bot.forms.loading import form_for
from bot.services.applications.drafts import Draft, change_answers, find_draft, open_draft
from bot.services.applications.submission import submit_application
from bot.services.cases.deadlines import dates_of
from bot.services.paper_services import offered_services, recipient_of, short_name_of
from bot.texts import shipped_texts
from storage import staff_chats
from storage.cases import cases
from storage.engine.database import Transaction
from tests.support.consents import consent_to_all
from tests.support.forms.aid import IIN
from tests.support.payments.services import Harness, open_harness

ALIYA = 501
CENTRE, CORPORATION, DUTY = -1, -2, -3
ANSWERS: dict[str, Answer] = {
    "region": "710000000",
    "iin": IIN,
    "surname": "Әбдіғаппарова",
    "name": "Ұлжан",
    "patronymic": None,
    "phone": "+77000000001",
    "email": None,
    "address": "Астана қ., Қабанбай батыр даңғылы, 10",
    "content": "Анама керек",
    "signed": "cannot_get",
    "documents": "not_needed",
}
NEW = "appeal-99"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services with a citizen, the chats of both bodies and the duty chat."""
    async with open_harness(tmp_path) as harness:
        await consent_to_all(harness.services, ALIYA)

        async def job(tx: Transaction) -> None:
            for chat_id, role in ((CENTRE, "aid"), (CORPORATION, "state_corp"), (DUTY, "duty")):
                chat = StaffChat(chat_id, role, None, "kk", role, is_forum=False, bound_by=900)
                await staff_chats.bind(tx, chat, harness.services.now)

        await harness.services.db.write(job)
        yield harness


async def _filled(harness: Harness, service: str, **other: Answer) -> Draft:
    await open_draft(harness.services, user_id=ALIYA, service=service, language="kk")

    def change(_answers: Answers) -> dict[str, Answer]:
        papers = [field for field in form_for(service).fields if isinstance(field, DocumentsField)]
        return {**ANSWERS, **{field.id: field.excuses[0].value for field in papers}, **other}

    draft = await change_answers(harness.services, ALIYA, service, change)
    assert draft is not None
    return draft


async def _submit(harness: Harness, draft: Draft, key: str = "1") -> Case:
    done = await submit_application(
        harness.services,
        key=f"{key}:submit",
        user_id=ALIYA,
        application_id=draft.application.id,
        language="kk",
    )
    async with harness.services.db.read() as reader:
        return await cases.load(reader, harness.services.encryption, done.application_id)


@pytest.mark.parametrize("service", [*offered_services()])
async def test_every_service_goes_to_the_body_that_takes_it(harness: Harness, service: str) -> None:
    case = await _submit(harness, await _filled(harness, service))
    assert case.staff_chat == (CENTRE if recipient_of(service) == "employment_coordination" else CORPORATION)
    assert dates_of(case).decide_by is None
    texts = shipped_texts()
    for language in ("kk", "ru"):
        assert 0 < len(getattr(short_name_of(service), language)) <= 49
        assert texts.get(language, f"appeal-recipient-{recipient_of(service)}")


async def test_a_body_without_a_chat_leaves_the_case_to_the_duty_chat(harness: Harness) -> None:
    await harness.services.db.write(lambda tx: tx.execute("DELETE FROM staff_chat WHERE chat_id = ?", CORPORATION))
    assert (await _submit(harness, await _filled(harness, "appeal-20"))).staff_chat == DUTY


async def test_one_application_for_a_service_is_considered_at_a_time(harness: Harness) -> None:
    case = await _submit(harness, await _filled(harness, "appeal-20"))
    again = await _filled(harness, "appeal-20")
    with pytest.raises(Refusal, match="application-exists") as refused:
        await _submit(harness, again, "2")
    assert refused.value.params == {"number": case.code}
    assert (await _submit(harness, await _filled(harness, "appeal-21"), "3")).code != case.code
    decided = "UPDATE application SET state = 'decided_refused' WHERE id = ?"
    await harness.services.db.write(lambda tx: tx.execute(decided, case.id))
    assert (await _submit(harness, again, "4")).code != case.code


async def test_pressed_five_times_it_is_one_case_and_one_card(harness: Harness) -> None:
    draft = await _filled(harness, "appeal-15")
    codes = {(await _submit(harness, draft, str(n))).code for n in range(5)}
    assert len(codes) == 1
    for kind in ("case_card", "case_receipt"):
        assert len(await harness.services.db.all("SELECT id FROM outbox WHERE kind = ?", kind)) == 1


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the data that the services are read from."""
    copy = tmp_path / "data"
    shutil.copytree(data_files.DATA, copy)
    monkeypatch.setattr(data_files, "DATA", copy)
    monkeypatch.setattr(loading, "FOLDER", copy / "forms")
    caches = (paper_services, loading.form_for)
    for cached in caches:
        cached.cache_clear()
    yield copy
    for cached in caches:
        cached.cache_clear()


def _add_row(folder: Path) -> None:
    path = folder / "paper_services" / "services.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    like = next(row for row in rows if row["code"] == "appeal-20")
    names = {"name_kk": "жаңа қызмет", "name_ru": "новая услуга", "short_kk": "Жаңа", "short_ru": "Новая"}
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(like), lineterminator="\n").writerow({**like, **names, "code": NEW})


async def test_a_service_is_added_by_a_row(harness: Harness, data: Path) -> None:
    assert NEW not in paper_services()
    paper_services.cache_clear()
    _add_row(data)
    case = await _submit(harness, await _filled(harness, NEW))
    assert case.staff_chat == CORPORATION
    assert short_name_of(NEW).ru == "Новая"
    assert [field.id for field in form_for(NEW).fields] == [field.id for field in form_for("appeal-20").fields]


async def test_its_own_papers_are_added_by_a_file(harness: Harness, data: Path) -> None:
    _add_row(data)
    paper = {"id": "sick_leave", "type": "documents", "key": "appeal-paper-sick-leave", "excuses": ["cannot_get"]}
    form = {"id": NEW, "version": 1, "base": "appeal", "fields": [paper]}
    (data / "forms" / f"{NEW}.json").write_text(json.dumps(form), encoding="utf-8")
    await open_draft(harness.services, user_id=ALIYA, service=NEW, language="kk")
    await change_answers(harness.services, ALIYA, NEW, lambda _answers: dict(ANSWERS))
    draft = await find_draft(harness.services, ALIYA, NEW)
    assert draft is not None
    assert draft.next_question is not None
    assert draft.next_question.id == "sick_leave"
    assert form_for(NEW).version == form_for("appeal-20").version + 1


def test_a_service_nobody_named_has_no_form() -> None:
    with pytest.raises(FileNotFoundError):
        form_for("appeal-p3")

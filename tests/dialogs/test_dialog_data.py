"""Conversations stored before their data was typed go on: each name is read as it was written, and written the same."""

import json
import re
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from bot.data_files import ROOT
from bot.domain.branches.branches import PaperServiceSection, Section
from bot.domain.inquiries import InquiryKind
from bot.domain.people.consents import Purpose
from bot.texts import TextRef
from dialogs import states
from dialogs.all import all_dialogs
from dialogs.applications.data import ApplicationData
from dialogs.assistants.data import AssistanceData
from dialogs.bookings.data import BookingsData
from dialogs.cases.data import CaseData
from dialogs.data import DialogData, Field, LostDataError, begin
from dialogs.eligibility.data import EstimateData
from dialogs.forms.data import PositionData
from dialogs.free_text.data import UnderstoodData
from dialogs.guides.data import GuidesData
from dialogs.inquiries.data import InquiryData
from dialogs.onboarding.data import StartData
from dialogs.paper_services.data import PaperServicesData
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.payments.data import PaymentData
from dialogs.profile.data import ProfileData
from dialogs.queue.data import QueueData, WaitingChoice
from dialogs.reception.data import ArrivalData
from dialogs.samples import IIN, PHONE
from dialogs.staff_chats.data import BindingData
from dialogs.widgets.problem import problem_data, show_error
from tests.dialogs.rendering import conversation

TOLD = TextRef("understood-nothing", {"here": TextRef("stray-buttons")})
STORED = {"$": "Key", "key": "understood-nothing", "args": {"here": {"$": "Key", "key": "stray-buttons", "args": {}}}}
# What the release before wrote, and what of it is read now.
OLD: dict[type[DialogData], tuple[dict[str, Any], dict[str, Any]]] = {
    ApplicationData: (
        {
            "service": "05",
            "renewed": 47,
            "person": "m1",
            "kind": "wage",
            "month": 2,
            "flaws": {"identity": ["dark"]},
            "application": 48,
            "number": "K4MR7HX2",
        },
        {
            "service": "05",
            "renewed": 47,
            "person": "m1",
            "kind": "wage",
            "month": 2,
            "flaws": {"identity": ["dark"]},
            "application": 48,
            "number": "K4MR7HX2",
        },
    ),
    AssistanceData: (
        {"words": STORED, "client": 5, "name": "Ғабитова Әлия", "code": "K4MR7HX2"},
        {"words": TOLD, "client": 5, "name": "Ғабитова Әлия", "code": "K4MR7HX2"},
    ),
    BookingsData: (
        {"booking": 9, "waiting": 4, "person": 5, "code": "K4MR7HX2"},
        {"booking": 9, "waiting": 4, "person": 5, "code": "K4MR7HX2"},
    ),
    CaseData: ({"case": 47, "duty": 2, "sent": 3}, {"case": 47, "obligation": 2, "sent": 3}),
    EstimateData: (
        {"person": "m1", "relation": "child", "kind": "wage", "whole_quarter": True},
        {"person": "m1", "relation": "child", "kind": "wage", "whole_quarter": True},
    ),
    PositionData: (
        {"field": "name", "member": "m1", "edit": True, "name": "Примеров Иван", "back": True},
        {"field": "name", "member": "m1", "edit": True, "name": "Примеров Иван", "back": True},
    ),
    PaymentApplicationData: (
        {"programme": "demo-open", "application": 47, "standing": 48},
        {"programme": "demo-open", "application": 47, "standing": 48},
    ),
    QueueData: (
        {
            "wish": "20261125-1000-710000000",
            "section": "ready",
            "service": "result",
            "second": "birth",
            "typed": "Сауран",
            "point": [51.13, 71.43],
            "region": "710000000",
            "city": 3,
            "branch": 4,
            "day": "2026-11-25",
            "part": "noon",
            "wait": {"days": "week", "part": "morning", "where": "city"},
            "wanted": 1_795_496_400,
            "whom": "other",
            "relation": "parent",
            "person": 6,
            "move": 9,
            "seats": 2,
            "booked": 10,
        },
        {
            "request": "20261125-1000-710000000",
            "section": Section.READY,
            "service": "result",
            "second": "birth",
            "typed": "Сауран",
            "point": (51.13, 71.43),
            "region": "710000000",
            "city": 3,
            "branch": 4,
            "day": date(2026, 11, 25),
            "part": "noon",
            "wait": WaitingChoice("week", "morning", "city"),
            "wanted": 1_795_496_400,
            "whom": "other",
            "relation": "parent",
            "person": 6,
            "move": 9,
            "seats": 2,
            "booked": 10,
        },
    ),
    ArrivalData: (
        {"branch": 7, "joins": True, "words": {"words": STORED}},
        {"branch": 7, "joins": True, "words": TOLD},
    ),
    UnderstoodData: (
        {"words": "understood-sure", "buttons": [["book_0-1000-0", STORED]], "back": True, "query": "талон"},
        {"words": "understood-sure", "buttons": (("book_0-1000-0", TOLD),), "back": True, "query": "талон"},
    ),
    GuidesData: (
        {"topic": "papers", "guide": "birth", "quiz": "identity-card", "way": ["age", "lost"]},
        {"topic": "papers", "guide": "birth", "quiz": "identity-card", "way": ["age", "lost"]},
    ),
    InquiryData: (
        {
            "kind": "complaint",
            "ground": "rudeness",
            "found": [3, 4],
            "branch": 3,
            "inside": True,
            "words": "Кезек ұзақ",
            "photo": "file",
            "address": "Абай көшесі, 5",
            "phone": PHONE,
            "inquiry": 47,
            "said": True,
        },
        {
            "kind": InquiryKind.COMPLAINT,
            "ground": "rudeness",
            "found": [3, 4],
            "branch": 3,
            "inside": True,
            "words": "Кезек ұзақ",
            "photo": "file",
            "address": "Абай көшесі, 5",
            "phone": PHONE,
            "inquiry": 47,
            "said": True,
        },
    ),
    StartData: (
        {"wanted": "ticket_K120", "words": "асп"},
        {"wanted": "ticket_K120", "words": "асп"},
    ),
    ProfileData: ({"purpose": "queue"}, {"purpose": Purpose.QUEUE}),
    PaymentData: (
        {"topic": "refused", "iin": IIN, "payment_id": 42},
        {"topic": "refused", "iin": IIN, "payment_id": 42},
    ),
    PaperServicesData: (
        {"section": "family", "typed": "жәрдемақы"},
        {"section": PaperServiceSection.FAMILY, "typed": "жәрдемақы"},
    ),
    BindingData: (
        {"role": "duty", "region": None, "code": "7K4M9QXW", "expires_at": 1_795_496_400},
        {"role": "duty", "region": None, "code": "7K4M9QXW", "expires_at": 1_795_496_400},
    ),
}
every_kind = pytest.mark.parametrize("kind", OLD, ids=lambda kind: kind.__name__)


def _data(kind: type[DialogData], kept: dict[str, Any], started: Any = None) -> Any:
    return kind(conversation(json.loads(json.dumps(kept)), started))


def _fields(kind: type[DialogData]) -> dict[str, Field[Any]]:
    return {name: field for name, field in vars(kind).items() if isinstance(field, Field)}


def test_every_conversation_is_here() -> None:
    assert all_dialogs()
    assert {kind for kind in DialogData.__subclasses__() if not kind.__name__.startswith("_")} == OLD.keys()


def test_nobody_else_reads_or_writes_what_is_stored() -> None:
    folder = ROOT / "dialogs"
    touching = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if re.search(r"\.(dialog|start)_data\b", path.read_text(encoding="utf-8"))
    }
    whole = {"unfinished/steps.py", "unfinished/manager.py"}  # put aside and taken up as they are, and read by nobody
    assert touching == {"data.py"} | whole


@every_kind
def test_an_old_conversation_is_read_and_written_as_before(kind: type[DialogData]) -> None:
    old, expected = OLD[kind]
    assert expected.keys() == _fields(kind).keys()
    data, anew = _data(kind, old), conversation({})
    for name, value in expected.items():
        assert getattr(data, name) == value
        setattr(kind(anew), name, value)
    assert json.loads(json.dumps(anew.dialog_data)) == old


@every_kind
def test_what_a_dialog_was_opened_with_is_read_until_it_says_otherwise(kind: type[DialogData]) -> None:
    """Where dialogs took it over all along it is not read again: what was forgotten since would come back."""
    old, expected = OLD[kind]
    data = _data(kind, {}, json.loads(json.dumps(old)))
    if kind.reads_start_data:
        assert {name: getattr(data, name) for name in expected} == expected
    for name, field in _fields(kind).items():
        assert (field in data) is kind.reads_start_data
        delattr(data, name)
        assert field not in data


@every_kind
def test_what_a_dialog_is_opened_with_is_stored_the_same(kind: type[DialogData]) -> None:
    old, expected = OLD[kind]
    stored: dict[str, Any] = {}
    for name, field in _fields(kind).items():
        stored |= field.stored(expected[name])
    assert json.loads(json.dumps(stored)) == old


@every_kind
def test_a_name_that_is_not_there_is_no_error(kind: type[DialogData]) -> None:
    """The default is read; where there can be none, the conversation counts as lost, which is told in words."""
    data = _data(kind, {"of_another_release": 1}, started="opened by another release")
    for name, field in _fields(kind).items():
        assert field not in data
        with suppress(LostDataError):
            getattr(data, name)


@pytest.mark.parametrize("words", [None, 5, "words", {"words": 5}, {"$": "Gone"}, {"words": {"$": "Key"}}])
def test_a_value_nobody_can_read_any_more_counts_as_none(words: Any) -> None:
    with pytest.raises(LostDataError, match="words"):
        _ = _data(ArrivalData, {"words": words}).words


def test_clearing_forgets_also_what_the_dialog_was_opened_with() -> None:
    data = _data(InquiryData, {"branch": 7}, {"kind": "thanks"})
    data.clear()
    assert InquiryData.branch not in data
    assert InquiryData.kind not in data


async def test_what_a_dialog_is_opened_with_becomes_its_own() -> None:
    manager = conversation({"branch": 7})
    await begin(None, manager)
    await begin({"joins": True}, manager)
    assert manager.dialog_data == {"branch": 7, "joins": True}


def test_what_was_wrong_is_stored_as_before() -> None:
    manager = conversation({})
    show_error(manager, TOLD)
    assert manager.dialog_data == problem_data(TOLD) == {"_problem": STORED}


def test_every_dialog_that_is_opened_with_something_takes_it_over() -> None:
    taking = {dialog.states_group() for dialog in all_dialogs() if dialog.on_start is begin}
    assert taking == {
        states.Aid,
        states.Arrival,
        states.Assistance,
        states.Bookings,
        states.Cases,
        states.Guides,
        states.Inquiries,
        states.Intake,
        states.Payment,
        states.Queue,
        states.Start,
        states.Understood,
    }

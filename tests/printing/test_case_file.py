"""What is packed: hashes of everything, and what no longer fits is named, not lost."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from bot.domain.cases.case import Case, Event
from bot.domain.cases.states import CaseState
from bot.domain.errors import Refusal
from bot.printing.case_file import Paper, pack, replay


def _event(seq: int, kind: str, role: str) -> Event:
    return Event(seq=seq, type=kind, actor_role=role, actor=1, at=0, payload={})


WAY = [_event(1, "submit", "citizen"), _event(2, "forward", "system"), _event(3, "take", "specialist")]


def test_the_history_leads_to_the_state() -> None:
    assert replay(WAY, plan=True) is CaseState.FORWARDED
    assert replay([*WAY, _event(4, "check", "specialist")], plan=True) is CaseState.IN_CHECK


def test_a_history_with_a_move_that_was_not_allowed_is_found() -> None:
    with pytest.raises(Refusal, match="case-role"):
        replay([*WAY, _event(4, "check", "citizen")], plan=True)


def test_a_broken_history_is_told_in_the_file_and_does_not_stop_it() -> None:
    with ZipFile(BytesIO(pack(_case(), WAY[1:], {}, []).content)) as archive:
        assert json.loads(archive.read("manifest.json"))["history_leads_to"] == "broken: case-state"


def _case() -> Case:
    none: dict[str, Any] = dict.fromkeys(
        ("staff_chat", "owner", "owner_name", "clock_due", "clock_paused_at", "extended_at", "client_id", "region")
    )
    return Case(
        id=1, code="AB2CD3EF", data_key_id=1, made_by=501, service="aid", language="kk",
        state=CaseState.FORWARDED, version=1, created_at=0, submitted_at=0, answers={}, may_act=True, **none,
    )  # fmt: skip


def test_what_does_not_fit_is_named_with_its_hash() -> None:
    small, large = Paper("a-1.jpg", b"small"), Paper("b-1.pdf", b"x" * 5000)
    packed = pack(_case(), WAY, {"c.pdf": b"pdf"}, [large, small], largest=2000)
    assert packed.left_out == ["b-1.pdf"]
    with ZipFile(BytesIO(packed.content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read("documents/a-1.jpg") == b"small"
    assert manifest["left_out"] == [{"name": "b-1.pdf", "sha256": large.hash}]
    assert manifest["history_leads_to"] == "forwarded"

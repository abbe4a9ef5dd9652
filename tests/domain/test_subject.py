"""What something is about: the words that rows hold are read back as they were written, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.subject import Subject, SubjectKind

HASH = "fedcba9876543210" * 4
STORED = {
    "booking:7": Subject(SubjectKind.BOOKING, 7),
    "case:7": Subject(SubjectKind.CASE, 7),
    "chat:-1001234567890": Subject(SubjectKind.CHAT, -1001234567890),
    "citizen:501": Subject(SubjectKind.CITIZEN, 501),
    "digest:-1001234567890": Subject(SubjectKind.DIGEST, -1001234567890),
    "displaced:7": Subject(SubjectKind.DISPLACED, 7),
    "export:7": Subject(SubjectKind.EXPORT, 7),
    "hand:7": Subject(SubjectKind.HAND, 7),
    "hold:501": Subject(SubjectKind.HOLD, 501),
    f"iin:{HASH}": Subject(SubjectKind.IIN, HASH),
    "import:7": Subject(SubjectKind.IMPORT, 7),
    "inquiry:7": Subject(SubjectKind.INQUIRY, 7),
    "intake:7": Subject(SubjectKind.PAYMENT_APPLICATION, 7),
    "line:7": Subject(SubjectKind.LINE, 7),
    "obligation:7.2": Subject(SubjectKind.OBLIGATION, 7, 2),
    "offer:7": Subject(SubjectKind.OFFER, 7),
    "panel:-1001234567890": Subject(SubjectKind.PANEL, -1001234567890),
    "payment:7": Subject(SubjectKind.PAYMENT, 7),
    "renewal:7": Subject(SubjectKind.RENEWAL, 7),
    "user:501": Subject(SubjectKind.USER, 501),
    "visit:7": Subject(SubjectKind.VISIT, 7),
}
texts = st.text() | st.builds(
    lambda kind, parts: f"{kind}:" + ".".join(parts),
    st.sampled_from(SubjectKind) | st.text(),
    st.lists(st.integers().map(str) | st.from_regex(r"[0-9a-f:]{1,64}") | st.text(), max_size=3),
)


@pytest.mark.parametrize("stored", STORED)
def test_what_rows_hold_is_read_and_written(stored: str) -> None:
    assert str(STORED[stored]) == stored
    assert Subject.parse(stored) == STORED[stored]


def test_every_kind_is_shown_here() -> None:
    assert {subject.kind for subject in STORED.values()} == set(SubjectKind)


@given(texts)
def test_of_any_text_nothing_is_read_that_was_never_written(text: str) -> None:
    try:
        subject = Subject.parse(text)
    except ValueError:
        return
    assert str(subject) == text


@given(st.sampled_from(SubjectKind), st.integers(-(10**18) + 1, 10**18 - 1), st.none() | st.integers(0, 10**18 - 1))
def test_any_number_comes_back_as_it_was(kind: SubjectKind, number: int, part: int | None) -> None:
    subject = Subject.parse(str(Subject(kind, number, part)))
    assert (subject.kind, subject.number, subject.part) == (kind, number, part)


@pytest.mark.parametrize(
    "stored", ["case", "case:", "case:07", "case:7:8", "case:٧", "case: 7", "nobody:7", "case:7.", ""]
)
def test_what_is_none_is_refused(stored: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of several kinds
        Subject.parse(stored)


def test_a_person_has_a_hash_and_no_number() -> None:
    with pytest.raises(ValueError, match=HASH):
        _ = Subject(SubjectKind.IIN, HASH).number

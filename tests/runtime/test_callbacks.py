"""Buttons' data: the texts that lie in chats are read back by the kind that wrote them, and by no other."""

from dataclasses import fields

import pytest
from aiogram import F
from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, User
from hypothesis import given
from hypothesis import strategies as st

from bot import callbacks
from bot.callbacks import (
    AlternativeCallback,
    AssistantCallback,
    BookingCallback,
    BranchCallback,
    Callback,
    CaseCallback,
    CaseNotification,
    HomeCallback,
    InquiryCallback,
    InquiryNotification,
    LanguageChoice,
    OfferCallback,
    OpeningCallback,
    PanelCallback,
    PaymentApplicationCallback,
    PaymentApplicationNotification,
    PaymentNotification,
    RegistryCallback,
    TodayCallback,
    Unfollow,
    UnknownMessageCallback,
    VisitCallback,
)
from handlers.callbacks import CallbackFilter

LYING: dict[str, Callback] = {
    "alt:7:12.1795500000": AlternativeCallback(7, "12.1795500000"),
    "assistant:501": AssistantCallback(501),
    "bk:nearest:7": BookingCallback("nearest", 7),
    "bk:stay:0": BookingCallback("stay", 0),
    "c:take:7:3:": CaseCallback("take", 7, 3),
    "c:refuse_ok:7:3:income": CaseCallback("refuse_ok", 7, 3, "income"),
    "case:open:7": CaseNotification("open", 7),
    "db:12": BranchCallback(12),
    "dk:next:0": PanelCallback("next"),
    "dk:sit:4": PanelCallback("sit", 4),
    "do:yes:0": OpeningCallback("yes"),
    "do:lift:9": OpeningCallback("lift", 9),
    "dt:-1": TodayCallback(-1),
    "i:accept:7:3:": PaymentApplicationCallback("accept", 7, 3),
    "i:ask_ok:7:3:duplicate.5": PaymentApplicationCallback("ask_ok", 7, 3, "duplicate.5"),
    "inq:more:7": InquiryNotification("more", 7),
    "intake:fix:7": PaymentApplicationNotification("fix", 7),
    "iq:take:7:3": InquiryCallback("take", 7, 3),
    "lang:kk": LanguageChoice("kk"),
    "of:take:7": OfferCallback("take", 7),
    "payment:7": PaymentNotification(7),
    "reg:apply:7::": RegistryCallback("apply", 7),
    "reg:column:7:iin:2": RegistryCallback("column", 7, "iin", "2"),
    "letter:again:7": UnknownMessageCallback("again", 7),
    "unfollow:7": Unfollow(7),
    "vl:leave:7": VisitCallback("leave", 7),
    "way_home": HomeCallback(),
}
KINDS = sorted({type(callback) for callback in LYING.values()}, key=lambda kind: kind.prefix)

words = st.text(st.characters(codec="utf-8", exclude_characters=":"), max_size=8)
numbers = st.integers(-(10**18) + 1, 10**18 - 1)
# What begins as buttons do, and goes on as anything may.
garbage = st.text() | st.builds(
    ":".join,
    st.lists(st.sampled_from([kind.prefix for kind in KINDS]) | words | numbers.map(str) | st.text(), max_size=6),
)


@pytest.mark.parametrize("data", LYING)
def test_what_lies_in_chats_is_read_and_written(data: str) -> None:
    callback = LYING[data]
    assert callback.pack() == data
    assert type(callback).unpack(data) == callback


def test_every_kind_is_shown_here_and_has_a_prefix_of_its_own() -> None:
    assert {kind.__name__ for kind in KINDS} == set(callbacks.__all__) - {"Callback"}
    assert len({kind.prefix for kind in KINDS}) == len(KINDS)


@given(st.sampled_from(KINDS), st.data())
def test_any_values_come_back_as_they_were(kind: type[Callback], data: st.DataObject) -> None:
    made = kind(*(data.draw(numbers if each.type is int else words) for each in fields(kind)))
    try:
        packed = made.pack()
    except ValueError:
        assert len(":".join([kind.prefix, *(str(getattr(made, each.name)) for each in fields(kind))]).encode()) > 64
        return
    assert [other.unpack(packed) for other in KINDS if _is_of(other, packed)] == [made]


@given(garbage)
def test_of_any_text_nothing_is_read_that_was_never_written(text: str) -> None:
    for kind in KINDS:
        if _is_of(kind, text):
            assert kind.unpack(text).pack() == text


def test_as_much_as_telegram_carries_and_no_more() -> None:
    assert LanguageChoice("x" * 59).pack() == "lang:" + "x" * 59
    assert LanguageChoice("ә" * 29).pack() == "lang:" + "ә" * 29
    for language in ("x" * 60, "ә" * 30):
        with pytest.raises(ValueError, match="lang:"):
            LanguageChoice(language).pack()
        with pytest.raises(ValueError, match="lang:"):
            LanguageChoice.unpack(f"lang:{language}")


def test_what_could_not_be_read_back_is_not_written() -> None:
    for callback in (LanguageChoice("k:k"), BranchCallback(10**18), LanguageChoice("\ud800")):
        with pytest.raises(ValueError):  # noqa: PT011 - of several kinds
            callback.pack()


async def test_the_filter_hands_the_value_over_and_leaves_the_rest_to_others() -> None:
    assert await CallbackFilter(BookingCallback)(_query("bk:move:7")) == {"callback_data": BookingCallback("move", 7)}
    is_move = CallbackFilter(BookingCallback, F.action == "move")
    assert await is_move(_query("bk:move:7")) == {"callback_data": BookingCallback("move", 7)}
    others = (
        "bk:stay:7",
        "vl:move:7",
        "bk:move",
        "bk:move:7:",
        "bk:move:x",
        "bk:move:07",
        "bk:move:9999999999999999999",
    )
    for data in (*others, "bk:move:٧", "bk:move: 7", "bk:move:\ud800", "", None):
        assert await is_move(_query(data)) is False


def _is_of(kind: type[Callback], text: str) -> bool:
    try:
        kind.unpack(text)
    except ValueError:
        return False
    return True


def _query(data: str | None) -> CallbackQuery:
    person = User(id=501, is_bot=False, first_name="Айгүл")
    message = InaccessibleMessage(chat=Chat(id=501, type="private"), message_id=1, date=0)
    return CallbackQuery(id="1", from_user=person, chat_instance="1", message=message, data=data)

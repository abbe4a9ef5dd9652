"""The consent stands before every window that takes personal data: nothing of the window is shown, heard or done."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from aiogram.types import CallbackQuery, Chat, Contact, Message, PhotoSize, User
from aiogram_dialog import Dialog, Window
from aiogram_dialog.api.entities import EVENT_CONTEXT_KEY, EventContext
from aiogram_dialog.widgets.input import CombinedInput, MessageInput
from aiogram_dialog.widgets.kbd import Keyboard

from bot.context import UpdateContext
from bot.domain.people.citizens import Citizen
from bot.domain.people.consents import Purpose
from bot.texts import shipped_texts
from dialogs.samples import IIN, NOW, PHONE
from dialogs.widgets.consent_gate import previews
from dialogs.widgets.inputs import Otherwise
from dialogs.widgets.screen import Screen
from tests.dialogs.rendering import NotedTexts, Stage, every_window, faults
from tests.support.world import OPERATOR, plain

OPEN = {
    "Assistance:code": "the code of a paper slip",
    "Eligibility:children": "how many children of which ages, of nobody named",
    "Eligibility:sums": "an income, of nobody named",
    "Appeals:sections": "what is looked for",
    "Appeals:section": "what is looked for",
    "Appeals:found": "what is looked for",
    "Inquiries:place": "a place of the directory",
    "Queue:found": "a place of the directory",
    "Queue:near": "a place of the directory",
    "Queue:nearby": "a place of the directory",
    "Queue:region": "a place of the directory",
    "Understood:search": "what is looked for",
}
"""Windows with an input of their own that takes nothing personal."""
_GATED = {
    "Aid": "choice consent edit income_kinds income_month incomes intro member members name paper recap region typed",
    "Assistance": "consent name paper phone take",
    "Bookings": "foreign others proof whose",
    "Cases": "answer disagree duty plan",
    "Inquiries": "address check ground more phone words",
    "Intake": "choice edit name recap typed",
    "Payment": "iin proof",
    "Queue": "check iin relation whom",
}
GATED = [f"{group}:{name}" for group, names in _GATED.items() for name in names.split()]
WINDOWS = every_window()
SECRETS = (IIN, PHONE, "Абай көшесі, 5")


def _inputs(window: Window) -> list[object]:
    heard = window.on_message
    every = list(heard.inputs) if isinstance(heard, CombinedInput) else [heard]
    return [each for each in every if isinstance(each, MessageInput) and not isinstance(each, Otherwise)]


def test_every_window_that_takes_something_personal_is_gated() -> None:
    gated = {name for name, (_, window) in WINDOWS.items() if isinstance(window, Screen) and window.gate}
    assert gated == set(GATED)
    assert {name for name, (_, window) in WINDOWS.items() if _inputs(window)} - gated == OPEN.keys()


def _stage(dialog: Dialog, window: Screen) -> Stage:
    """Return a stage on which somebody stands who agreed to nothing, and on which no service can be reached."""
    stage = Stage(shipped_texts(), "ru", dialog, window)
    chat, user = Chat(id=501, type="private"), User(id=501, is_bot=False, first_name="Әлия")
    stage.manager.middleware_data.update(
        context=UpdateContext(Citizen(501, 1, "ru", blocked=False), "ru", "1:1"),
        services=SimpleNamespace(settings=SimpleNamespace(operator=OPERATOR), now=NOW),
        event_chat=chat,
        event_from_user=user,
    )
    stage.manager.middleware_data[EVENT_CONTEXT_KEY] = EventContext(None, user, chat, None, None)  # type: ignore[arg-type]
    return stage


def _messages() -> list[Message]:
    common: dict[str, Any] = {"message_id": 2, "date": datetime.now(UTC), "chat": Chat(id=501, type="private")}
    photo = [PhotoSize(file_id="f", file_unique_id="f", width=1, height=1)]
    return [
        *(Message(**common, text=secret) for secret in SECRETS),
        Message(**common, contact=Contact(phone_number=PHONE, first_name="Әлия", user_id=501)),
        Message(**common, photo=photo, caption=SECRETS[-1]),
    ]


@pytest.mark.parametrize("name", GATED)
async def test_before_the_consent_nothing_is_shown_heard_or_done(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog, window = WINDOWS[name]
    assert isinstance(window, Screen)
    assert window.gate is not None
    monkeypatch.setattr(window.gate, "_asks", Purpose.QUEUE)
    stage = _stage(dialog, window)

    class Silent:
        async def hear(self, *_args: object, **_options: object) -> bool:
            return False

    stage.manager.middleware_data["free_text"] = Silent()
    asked = await window.render(dialog, stage.manager)
    assert "Согласие: очередь в ЦОН" in (asked.text or "")
    for message in _messages():
        assert await window.process_message(message, dialog, stage.manager)
        again = await window.render(dialog, stage.manager)
        assert shipped_texts().get("ru", "stray-consent") in (again.text or "")
    assert not any(secret in str(stage.manager.dialog_data) for secret in SECRETS)
    for pressed in _buttons(window.keyboard):
        query = CallbackQuery(
            id="1", from_user=User(id=501, is_bot=False, first_name=""), chat_instance="1", data=pressed
        )
        assert not await window.process_callback(query, dialog, stage.manager), pressed
    assert stage.manager.current_context().state is window.get_state()


def _buttons(keyboard: Keyboard) -> list[str]:
    """Return what the window's own buttons say, as far as it is known without data."""
    inner = getattr(keyboard, "buttons", ())
    own = [keyboard.widget_id] if keyboard.widget_id and keyboard.widget_id != "home" else []
    return [*own, *(name for part in inner for name in _buttons(part))]


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_the_consent_fits_a_phone_and_names_all_the_law_wants(language: str) -> None:
    dialog, window = WINDOWS["Queue:iin"]
    assert isinstance(window, Screen)
    assert window.gate is not None
    texts = NotedTexts()
    stage = Stage(texts, language, dialog, window.gate.window)
    for data in previews():
        screen = await stage.draws(data)
        assert not list(faults(screen, texts)), data
        short, unfolds, whole = screen.text.partition("<blockquote expandable>")
        assert len(plain(short)) <= 500, short
        if data["asked"]:
            assert unfolds
            told = texts.get(language, f"consent-data-{data['purpose']}")
            assert told in short
            assert told in whole

"""The consent to a purpose, shown in place of any screen that asks for its personal data (product X5).

What was asked stays where it is: the consent is drawn over the question in the same conversation, and once it is given
the question shows itself.
"""

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from aiogram.enums import ButtonStyle, ContentType
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.people.consents import TEXT_VERSION, Purpose
from bot.domain.people.operator import Operator
from bot.services.consents.agreeing import give_consent, refuse_consent
from bot.services.consents.texts import operator_reached, operator_text
from bot.texts import TextRef
from dialogs.data import DialogData, Field
from dialogs.widgets.free_text import free_text_of
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.link_button import open_link
from dialogs.widgets.presses import Presses
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import ErrorBanner, show_error
from dialogs.widgets.text import ButtonText, DynamicText

Asks = Purpose | Callable[[DialogManager], Awaitable[Purpose | None]]
"""What a screen's personal data are for; where that depends on the conversation, what tells it, None for nothing."""

OPEN_INSTEAD = {
    Purpose.PAYMENTS: "payment_topics",
    Purpose.QUEUE: "places",
    Purpose.ASSISTANCE: "eligibility",
    Purpose.SERVICES: "guide_paper-services",
    Purpose.INQUIRIES: "guide_complaint",
}
"""What helps without personal data, by the links that open it."""


_AGREE, _DECLINE = "consent-agree", "consent-decline"
_NUMBER = re.compile(r"\d{6}")
"""What may be part of somebody's number."""


CONSENT_PRESSES = Presses(acting=("consent_yes",), yes=("consent_yes",), no=("consent_no",))
"""A consent is given by its whole label or by a written «yes»."""


class _Answer(DialogData):
    refused = Field("_consent_refused", default=False)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data: the account, and its name where Telegram tells one."""

    user_id: int
    name: str = ""


class ConsentGate:
    """Stands before one screen until the consent to its purpose is in force."""

    def __init__(self, asks: Asks, state: State) -> None:
        self._asks = asks
        self.window = Window(
            ErrorBanner(),
            DynamicText("words"),
            Row(
                Button(ButtonText(_DECLINE), id="consent_no", on_click=self._refuse),
                Button(ButtonText(_AGREE), id="consent_yes", on_click=self._agree, style=Style(ButtonStyle.SUCCESS)),
                when="asked",
            ),
            Button(ButtonText("consent-back"), id="consent_again", on_click=_ask_again, when="refused"),
            *(
                Button(
                    ButtonText(f"consent-open-{purpose}"),
                    id=f"consent_{purpose}",
                    on_click=_opening(link),
                    when=_refusing(purpose),
                )
                for purpose, link in OPEN_INSTEAD.items()
            ),
            home_button(),
            MessageInput(self._hear, content_types=[ContentType.ANY]),
            state=state,
            getter=self._getter,
        )

    async def missing(self, manager: DialogManager) -> Purpose | None:
        """Return the purpose whose consent is still to be asked for; None when the screen may be shown."""
        agreed = context_of(manager).citizen.consents
        if len(agreed) == len(Purpose):
            return None
        purpose = self._asks if isinstance(self._asks, Purpose) else await self._asks(manager)
        return None if purpose in agreed else purpose

    async def _getter(self, dialog_manager: DialogManager, **_data: Any) -> Shown:
        purpose = await self.missing(dialog_manager)
        if purpose is None:
            raise LookupError(dialog_manager.current_context().state)
        services, user = services_of(dialog_manager), dialog_manager.middleware_data.get("event_from_user")
        subject = Subject(context_of(dialog_manager).user_id, getattr(user, "full_name", ""))
        return shown(purpose, services.settings.operator, subject, refused=_Answer(dialog_manager).refused)

    async def _agree(self, _event: object, _button: object, manager: DialogManager) -> None:
        purpose, context = await self.missing(manager), context_of(manager)
        if purpose is None:
            return
        await give_consent(services_of(manager), context.user_id, purpose, context.language)
        consents = context.citizen.consents | {purpose}
        manager.middleware_data["context"] = replace(context, citizen=replace(context.citizen, consents=consents))

    async def _refuse(self, _event: object, _button: object, manager: DialogManager) -> None:
        purpose, context = await self.missing(manager), context_of(manager)
        if purpose is None:
            return
        await refuse_consent(
            services_of(manager),
            key=context.key("refuse-consent"),
            user_id=context.user_id,
            purpose=purpose,
            language=context.language,
        )
        _Answer(manager).refused = True

    async def _hear(self, message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        """Offer what is plainly a wish; the words of a button were taken before.

        Nothing else is taken: what is sent before the consent may be the very data it is about.
        """
        if _NUMBER.search(message.text or "") or not await free_text_of(manager).hear(manager, message, guess=False):
            show_error(manager, TextRef("stray-consent"))


async def _ask_again(_event: object, _button: object, manager: DialogManager) -> None:
    del _Answer(manager).refused


def _opening(link: str) -> Callable[[object, object, DialogManager], Awaitable[None]]:
    async def open_it(_event: object, _button: object, manager: DialogManager) -> None:
        await open_link(manager, link)

    return open_it


def _refusing(purpose: Purpose) -> Callable[[Shown, Any, DialogManager], bool]:
    return lambda data, _widget, _manager: data["refused"] and data["purpose"] == purpose


def shown(purpose: Purpose, operator: Operator, subject: Subject, *, refused: bool) -> Shown:
    """Return what the gate shows: the consent, or what is possible without it."""
    parts = {part: TextRef(f"consent-{part}-{purpose}") for part in ("title", "what", "data", "whom", "term")}
    told = {
        **parts,
        "operator": operator_text(operator),
        "reached": operator_reached(operator),
        "person": _whose(subject),
        "version": TEXT_VERSION,
    }
    words = TextRef(f"consent-declined-{purpose}") if refused else TextRef("consent-ask", told)
    return {"purpose": purpose, "words": words, "refused": refused, "asked": not refused}


def _whose(subject: Subject) -> TextRef:
    values = {"account": str(subject.user_id), "name": subject.name}
    return TextRef("consent-person-named" if subject.name else "consent-person", values)


def previews() -> Iterator[Shown]:
    """Return every shape of the gate."""
    for purpose in Purpose:
        for refused in (False, True):
            for operator in (
                Operator(),
                Operator("«Еңбек және әлеуметтік қорғау орталығы» ЖШС", "000040000009", "Астана", "1414"),
            ):
                yield shown(purpose, operator, Subject(501, "Әлия"), refused=refused)
        yield shown(purpose, Operator(), Subject(501), refused=False)

"""What the handling of one update carries, under the names by which handlers and getters receive it."""

from dataclasses import dataclass
from typing import Any

from aiogram_dialog import DialogManager

from bot.domain.people.citizens import Citizen
from bot.services.work import Services
from bot.texts import TextRef, Texts


@dataclass(frozen=True, slots=True)
class UpdateContext:
    """The update's sender, language and identity. ``key`` makes a business action of this update happen once."""

    citizen: Citizen
    language: str
    update: str

    @property
    def user_id(self) -> int:
        """The sender's Telegram id."""
        return self.citizen.user_id

    def key(self, action: str) -> str:
        """Return the idempotency key of one action of this update (decision 0013)."""
        return f"{self.update}:{action}"


def context_of(manager: DialogManager) -> UpdateContext:
    """Return the context of the update a dialog is handling."""
    context: UpdateContext = manager.middleware_data["context"]
    return context


def services_of(manager: DialogManager) -> Services:
    """Return the services a dialog works with."""
    services: Services = manager.middleware_data["services"]
    return services


def texts_of(manager: DialogManager) -> Texts:
    """Return the texts."""
    texts: Texts = manager.middleware_data["texts"]
    return texts


def say(manager: DialogManager, key: str, **args: Any) -> str:
    """Return a text in the language of the dialog's person."""
    return texts_of(manager).get(context_of(manager).language, key, **args)


def say_key(manager: DialogManager, key: TextRef) -> str:
    """Return a text given as a ``Key``."""
    return say(manager, key.key, **key.args)

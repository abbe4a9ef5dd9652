"""The register of what people can do."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from simulator.errors import DeedError
from simulator.methods.routes import Upload
from simulator.model.chats import Room
from simulator.model.people import Person
from simulator.model.world import World


class Order(BaseModel):
    """The fields of a deed; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid")


class InChat(Order):
    """A deed in a chat, perhaps in a topic of it."""

    chat_id: int
    thread_id: int | None = None


@dataclass(frozen=True)
class Deed:
    """Who does it, in which world, with which files."""

    world: World
    person: Person
    uploads: list[Upload] = field(default_factory=list)

    def room(self, chat_id: int) -> Room:
        """Return the chat, which must hold this person; a private chat is made at the first word."""
        if chat_id == self.person.id:
            return self.world.private_room(self.person)
        room = self.world.rooms.get(chat_id)
        if room is None or room.migrated_to is not None:
            raise DeedError(f"there is no chat {chat_id}")
        if self.person.id not in room.members:
            raise DeedError(f"{self.person.first_name} is not in chat {chat_id}")
        return room


AnOrder = TypeVar("AnOrder", bound=Order)
Doing = Callable[[Deed, AnOrder], Awaitable[dict[str, Any]]]
DEEDS: dict[str, tuple[type[Order], Callable[[Deed, Any], Awaitable[dict[str, Any]]]]] = {}


def deed(name: str, order: type[AnOrder]) -> Callable[[Doing[AnOrder]], Doing[AnOrder]]:
    """Register what happens on `"do": name`; the function gives the extra fields of the answer."""

    def register(doing: Doing[AnOrder]) -> Doing[AnOrder]:
        DEEDS[name] = (order, doing)
        return doing

    return register

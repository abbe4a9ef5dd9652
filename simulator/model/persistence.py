"""The world on disk: one JSON file, replaced as a whole, beside the folder of files."""

from pathlib import Path

from pydantic import BaseModel, Field

from simulator.model.chats import Room
from simulator.model.files import StoredFile
from simulator.model.people import BotProfile, Person
from simulator.model.photos import PhotoLab
from simulator.model.updates import QueueState, UpdateQueue
from simulator.model.webhook import Webhook
from simulator.model.world import World


class Kept(BaseModel):
    """All that is written down of a world."""

    bot: BotProfile
    clock_offset: float
    people: list[Person]
    rooms: list[Room]
    files: list[StoredFile]
    updates: QueueState = Field(default_factory=QueueState)
    webhook: Webhook = Field(default_factory=Webhook)
    last_message_id: int
    last_group_id: int


def dump(world: World) -> str:
    """Return the world as JSON text."""
    kept = Kept(
        bot=world.bot,
        clock_offset=world.clock.offset,
        people=list(world.people.values()),
        rooms=list(world.rooms.values()),
        files=list(world.files.records.values()),
        updates=world.updates.state(),
        webhook=world.webhook,
        last_message_id=world.last_message_id,
        last_group_id=world.last_group_id,
    )
    return kept.model_dump_json(by_alias=True, exclude_none=True)


def write(text: str, path: Path) -> None:
    """Replace the file as a whole."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def restore(world: World, path: Path) -> None:
    """Fill an empty world with what was written down, when there is something."""
    if not path.exists():
        return
    kept = Kept.model_validate_json(path.read_text("utf-8"))
    world.bot.names, world.bot.commands = kept.bot.names, kept.bot.commands
    world.bot.descriptions, world.bot.short_descriptions = kept.bot.descriptions, kept.bot.short_descriptions
    world.clock.advance(kept.clock_offset - world.clock.offset)
    world.people = {person.id: person for person in kept.people}
    world.rooms = {room.id: room for room in kept.rooms}
    world.files.load(kept.files)
    world.photos = PhotoLab(world.files)
    world.updates = UpdateQueue(kept.updates)
    world.webhook = kept.webhook
    world.last_message_id, world.last_group_id = kept.last_message_id, kept.last_group_id

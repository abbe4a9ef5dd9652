"""The world: everything the server knows, and its look-ups."""

from datetime import UTC, datetime
from typing import Any

from aiogram.types import User

from simulator.errors import ApiError, DeedError, bad_request, forbidden
from simulator.model.calls import CallLog
from simulator.model.chats import Room
from simulator.model.clock import Clock
from simulator.model.dump import to_json
from simulator.model.events import EventHub
from simulator.model.files import FileStore
from simulator.model.people import BotProfile, Person
from simulator.model.photos import PhotoLab
from simulator.model.queries import QueryBook
from simulator.model.steps import Step
from simulator.model.updates import UpdateQueue
from simulator.model.webhook import Webhook


class World:
    """One bot, its people and chats; plain values, changed by methods and deeds on one event loop."""

    def __init__(self, bot: BotProfile, clock: Clock, files: FileStore, updates: UpdateQueue) -> None:
        """Begin with nobody in it."""
        self.bot = bot
        self.clock = clock
        self.files = files
        self.photos = PhotoLab(files)
        self.updates = updates
        self.people: dict[int, Person] = {}
        self.steps: list[Step] = []
        self.rooms: dict[int, Room] = {}
        self.events = EventHub()
        self.queries = QueryBook()
        self.calls = CallLog()
        self.webhook = Webhook()
        self.last_message_id = 0
        self.last_group_id = 4_000_000_000
        self.dirty = True

    def next_message_id(self, room: Room) -> int:
        """Return the next id: supergroups count their own messages, private chats and small groups share one count, as
        on Telegram."""
        if room.type == "supergroup":
            room.last_message_id += 1
            return room.last_message_id
        self.last_message_id += 1
        return self.last_message_id

    def moment(self) -> datetime:
        """Return the world's time in whole seconds, as the Bot API dates things."""
        return datetime.fromtimestamp(int(self.clock.now()), UTC)

    def epoch(self) -> datetime:
        """Return Unix time 0: the Bot API's word for "for ever"."""
        return datetime.fromtimestamp(0, UTC)

    def person(self, user_id: int) -> Person:
        """Return who has this id; a `DeedError` for nobody."""
        if user_id not in self.people:
            raise DeedError(f"there is no person {user_id}")
        return self.people[user_id]

    def user(self, user_id: int) -> User:
        """Return the person or the bot as a Bot API user."""
        return self.bot.as_user() if user_id == self.bot.id else self.person(user_id).as_user()

    def private_room(self, person: Person) -> Room:
        """Return the person's chat with the bot; made at their first word."""
        if person.id not in self.rooms:
            self.rooms[person.id] = Room(
                id=person.id,
                type="private",
                title=person.first_name,
                username=person.username,
                members=[person.id],
            )
            self.events.publish("chat", chat=self.rooms[person.id].view())
        return self.rooms[person.id]

    def known_room(self, chat_id: int | str) -> Room:
        """Return the chat a bot's call names, whatever the bot may do there; 400 when unknown or migrated away."""
        number = int(chat_id) if str(chat_id).lstrip("-").isdigit() else 0
        room = self.rooms.get(number)
        if room is None:
            if number in self.people:
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
        if room.migrated_to is not None:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, words, migrate_to_chat_id=room.migrated_to)
        return room

    def open_room(self, chat_id: int | str) -> Room:
        """Return the chat a bot's call names; 403 when its person blocked the bot or the bot is not in the group."""
        room = self.known_room(chat_id)
        if room.type == "private":
            if self.people[room.id].blocked:
                raise forbidden("bot was blocked by the user")
        elif room.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {room.type} chat")
        elif room.bot_status == "left":
            raise forbidden(f"bot is not a member of the {room.type} chat")
        return room

    def state(self) -> dict[str, Any]:
        """Return the whole world as `GET /api/state` shows it."""
        rooms = [room for room in self.rooms.values() if room.migrated_to is None]
        return {
            "now": self.clock.now(),
            "clock_offset": self.clock.offset,
            "n": self.events.n,
            "bot": self.bot.view(),
            "people": [to_json(person) for person in self.people.values()],
            "steps": [to_json(step) for step in self.steps],
            "chats": [room.view() for room in rooms],
            "messages": {str(room.id): list(room.messages.values()) for room in rooms},
        }

    def tell_chat(self, room: Room) -> None:
        """Publish the chat's entry after a change of it."""
        self.events.publish("chat", chat=room.view())

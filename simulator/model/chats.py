"""Chats: private ones, groups, supergroups and their topics, each with its newest messages."""

from typing import Any, Literal

from aiogram.types import Chat, Message
from pydantic import BaseModel, Field

from simulator.model.dump import to_json

KEPT_MESSAGES = 300
BotStatus = Literal["member", "administrator", "left", "kicked"]
RoomKind = Literal["private", "group", "supergroup"]


class Topic(BaseModel):
    """A forum topic; its id is the id of the service message that opened it."""

    id: int
    name: str
    icon_color: int = 7322096
    icon_custom_emoji_id: str | None = None
    closed: bool = False


class Keyboard(BaseModel):
    """The reply keyboard a member sees, and the message that brought it."""

    message_id: int
    markup: dict[str, Any]


class Room(BaseModel):
    """A chat with its members and messages; called a room because `Chat` is the Bot API's own short form of it."""

    id: int
    type: RoomKind
    title: str
    username: str | None = None
    is_forum: bool = False
    members: list[int] = Field(default_factory=list)
    admins: list[int] = Field(default_factory=list)
    owner: int | None = None
    bot_status: BotStatus = "member"
    topics: dict[int, Topic] = Field(default_factory=dict)
    pinned: list[int] = Field(default_factory=list)
    keyboards: dict[int, Keyboard] = Field(default_factory=dict)
    messages: dict[int, Message] = Field(default_factory=dict)
    reactions: dict[int, dict[int, str]] = Field(default_factory=dict)
    fixed: set[int] = Field(default_factory=set)
    migrated_to: int | None = None
    last_message_id: int = 0

    @property
    def bot_is_admin(self) -> bool:
        """Whether the bot may do what group administrators may; in a private chat there is nothing to forbid."""
        return self.type == "private" or self.bot_status == "administrator"

    @property
    def bot_is_here(self) -> bool:
        """Whether the bot sees what is written here."""
        return self.bot_status in {"member", "administrator"}

    def as_chat(self) -> Chat:
        """Return the chat as the Bot API shows it inside messages."""
        if self.type == "private":
            return Chat(id=self.id, type="private", first_name=self.title, username=self.username)
        return Chat(id=self.id, type=self.type, title=self.title, is_forum=self.is_forum or None)

    def keep(self, message: Message) -> None:
        """Store a new or changed message; beyond the newest 300 the oldest are forgotten."""
        self.messages[message.message_id] = message
        while len(self.messages) > KEPT_MESSAGES:
            oldest = next(iter(self.messages))
            self.drop(oldest)

    def drop(self, message_id: int) -> None:
        """Forget a message and what hangs on it."""
        self.messages.pop(message_id, None)
        self.reactions.pop(message_id, None)
        self.fixed.discard(message_id)
        if message_id in self.pinned:
            self.pinned.remove(message_id)

    def view(self) -> dict[str, Any]:
        """Return the chat's entry in the world's state."""
        return {
            "id": self.id,
            "type": self.type,
            "title": self.title,
            "is_forum": self.is_forum,
            "members": self.members,
            "admins": self.admins,
            "bot_status": self.bot_status,
            "topics": [to_json(topic) for topic in self.topics.values()],
            "pinned": self.pinned,
            "keyboard": {str(who): to_json(keyboard) for who, keyboard in self.keyboards.items()},
        }

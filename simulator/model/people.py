"""People who use Telegram here, and the profile of the bot."""

from aiogram.types import BotCommand, BotCommandScopeUnion, Contact, User
from pydantic import BaseModel

from simulator.model.dump import to_json

ANONYMOUS_ADMIN = User(id=1087968824, is_bot=True, first_name="Group", username="GroupAnonymousBot")


class Person(BaseModel):
    """One user of Telegram; `blocked` says that this person has blocked the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    phone: str | None = None
    language_code: str = "kk"
    note: str = ""
    number: str = ""
    """One they know by heart, shown to be copied by a click."""
    blocked: bool = False

    def as_user(self) -> User:
        """Return the person as the Bot API shows them."""
        return User(
            id=self.id,
            is_bot=False,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )

    def as_contact(self) -> Contact:
        """Return the person's own contact; the phone may be missing, then it is an empty text."""
        return Contact(
            phone_number=self.phone or "",
            first_name=self.first_name,
            last_name=self.last_name,
            user_id=self.id,
        )


class CommandList(BaseModel):
    """Commands the bot set for one scope and language."""

    scope: BotCommandScopeUnion
    language_code: str = ""
    commands: list[BotCommand]


class BotProfile(BaseModel):
    """The bot as people see it; texts are kept by language code, the default one under an empty code."""

    id: int
    first_name: str
    username: str
    names: dict[str, str] = {}
    descriptions: dict[str, str] = {}
    short_descriptions: dict[str, str] = {}
    commands: list[CommandList] = []

    def as_user(self) -> User:
        """Return the bot as sender of its messages."""
        return User(id=self.id, is_bot=True, first_name=self.names.get("", self.first_name), username=self.username)

    def view(self) -> dict[str, object]:
        """Return the `bot` entry of the world's state."""
        return to_json(self)

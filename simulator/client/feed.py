"""The driver's copy of the world, kept fresh by the simulator's events."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
from aiogram.types import Message

Found = TypeVar("Found")


@dataclass(frozen=True)
class Version:
    """A message as it was sent or edited, with the number of the event that told of it."""

    n: int
    message: Message


@dataclass(frozen=True)
class Shown:
    """What the bot answered a pressed button with: a toast, an alert (`show_alert`), a link, or nothing visible."""

    user_id: int
    query_id: str
    text: str | None
    show_alert: bool
    url: str | None


class Feed:
    """Chats, messages with all their versions, and answers to buttons; `wait` waits for any of it to change."""

    def __init__(self) -> None:
        """Begin empty; `follow` fills it."""
        self.chats: dict[int, dict[str, Any]] = {}
        self.current: dict[int, dict[int, Version]] = defaultdict(dict)
        self.versions: dict[int, list[Version]] = defaultdict(list)
        self.shown: dict[str, Shown] = {}
        self.events: list[dict[str, Any]] = []
        self._bells: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self.bot_id = 0
        self.bot_username = ""

    def take_state(self, state: dict[str, Any]) -> None:
        """Begin with a whole state; later events go on top."""
        self.bot_id, self.bot_username = state["bot"]["id"], state["bot"]["username"]
        for chat in state["chats"]:
            self.chats[chat["id"]] = chat
        for chat_id, messages in state["messages"].items():
            for message in messages:
                self._take_message(state["n"], int(chat_id), message)

    async def follow(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Take events until the connection ends."""
        async for frame in socket:
            if frame.type is aiohttp.WSMsgType.TEXT:
                self.take(json.loads(frame.data))

    def take(self, event: dict[str, Any]) -> None:
        """Take one event; those who wait for its chat (or, for an answered button, its person) look again."""
        self.events.append(event)
        bell = event.get("chat_id", 0)
        match event["type"]:
            case "message" | "edited":
                self._take_message(event["n"], event["chat_id"], event["message"])
            case "deleted":
                for message_id in event["message_ids"]:
                    self.current[event["chat_id"]].pop(message_id, None)
            case "chat":
                bell = event["chat"]["id"]
                self.chats[bell] = event["chat"]
            case "callback_answer":
                bell = event["user_id"]
                self.shown[event["query_id"]] = Shown(
                    bell, event["query_id"], event["text"], event["show_alert"], event["url"]
                )
        self._bells[bell].set()

    def _take_message(self, n: int, chat_id: int, raw: dict[str, Any]) -> None:
        version = Version(n, Message.model_validate(raw))
        self.current[chat_id][version.message.message_id] = version
        self.versions[chat_id].append(version)

    async def wait(self, bell: int, find: Callable[[], Found | None], seconds: float) -> Found | None:
        """Return what `find` finds, now or after any event of the chat or person `bell` within `seconds`; else
        `None`."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while (found := find()) is None:
                    self._bells[bell].clear()
                    await self._bells[bell].wait()
                return found
        return find()

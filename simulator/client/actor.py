"""A person at work in one chat: the verbs of the tests."""

from typing import Any

from aiogram.types import KeyboardButton, Message

from simulator.client.feed import Feed, Shown
from simulator.client.matching import Wanted, WantedText, message_matches
from simulator.client.view import Spot, View
from simulator.client.wire import Wire

SECONDS = 20.0


class Actor(View):
    """One person in their private chat with the bot, or in a group or topic; every action moves the mark."""

    def __init__(self, wire: Wire, feed: Feed, user_id: int, chat_id: int, thread_id: int | None) -> None:
        """Act as `user_id` in `chat_id`."""
        super().__init__(feed, user_id, chat_id, thread_id)
        self._wire = wire
        self._elsewhere: dict[tuple[int, int | None], Actor] = {}

    def in_chat(self, chat_id: int, thread_id: int | None = None) -> "Actor":
        """Return the same person in another chat or topic; the same object each time, so that its mark stays."""
        place = (chat_id, thread_id)
        if place not in self._elsewhere:
            self._elsewhere[place] = Actor(self._wire, self._feed, self.user_id, chat_id, thread_id)
        return self._elsewhere[place]

    async def does(self, name: str, /, *files: tuple[bytes, str], **fields: Any) -> dict[str, Any]:
        """Do any deed of `POST /api/do`; return the simulator's answer."""
        answer = await self._wire.do(self.user_id, name, list(files), fields)
        self.mark = answer["n"]
        return answer

    async def _writes(self, name: str, *files: tuple[bytes, str], **fields: Any) -> Message:
        answer = await self.does(name, *files, chat_id=self.chat_id, thread_id=self.thread_id, **fields)
        return Message.model_validate(answer["message"])

    async def sends(self, text: str, *, reply_to: int | None = None) -> Message:
        """Write a text."""
        return await self._writes("send_text", text=text, reply_to=reply_to)

    async def replies_to(self, message: Message, text: str) -> Message:
        """Write a text as a reply."""
        return await self.sends(text, reply_to=message.message_id)

    async def sends_photo(
        self, content: bytes, caption: str | None = None, *, reply_to: Message | None = None
    ) -> Message:
        """Send a picture as a photo, as a reply if it is one."""
        number = reply_to.message_id if reply_to else None
        return await self._writes("send_photo", (content, "photo.jpg"), caption=caption, reply_to=number)

    async def sends_document(
        self, content: bytes, name: str, caption: str | None = None, *, reply_to: Message | None = None
    ) -> Message:
        """Send a file, as a reply if it is one."""
        number = reply_to.message_id if reply_to else None
        return await self._writes("send_document", (content, name), caption=caption, reply_to=number)

    async def sends_album(
        self, files: list[bytes | tuple[bytes, str]], *, kind: str = "photo", caption: str | None = None
    ) -> list[Message]:
        """Send 2 to 10 photos or documents as one album."""
        named = [file if isinstance(file, tuple) else (file, f"{n}.jpg") for n, file in enumerate(files, 1)]
        fields = {"chat_id": self.chat_id, "thread_id": self.thread_id, "kind": kind, "caption": caption}
        answer = await self.does("send_album", *named, **fields)
        return [Message.model_validate(message) for message in answer["messages"]]

    async def sends_contact(self, phone: str | None = None, **fields: Any) -> Message:
        """Share the own contact, or another one."""
        return await self._writes("send_contact", phone=phone, **fields)

    async def sends_location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        return await self._writes("send_location", latitude=latitude, longitude=longitude)

    async def opens(self, link: str = "") -> Message:
        """Follow a deep link, or press Start with this payload."""
        is_link = "/" in link or link.startswith("tg:")
        fields = {"link": link} if is_link else {"start": link}
        if self.chat_id != self.user_id:
            fields["chat_id"] = str(self.chat_id)
        answer = await self.does("open_link", **fields)
        return Message.model_validate(answer["message"])

    async def edits(self, message: Message, text: str) -> Message:
        """Change an own message."""
        answer = await self.does("edit", chat_id=self.chat_id, message_id=message.message_id, text=text)
        return Message.model_validate(answer["message"])

    async def deletes(self, *messages: Message) -> None:
        """Delete messages."""
        numbers = [message.message_id for message in messages]
        await self.does("delete", chat_id=self.chat_id, message_ids=numbers)

    async def reacts(self, message: Message, emoji: str) -> None:
        """Put a reaction on a message; an empty one takes it away."""
        await self.does("react", chat_id=self.chat_id, message_id=message.message_id, emoji=emoji)

    async def blocks(self) -> None:
        """Block the bot."""
        await self.does("block")

    async def unblocks(self) -> None:
        """Unblock the bot."""
        await self.does("unblock")

    async def sees(self, wanted: Wanted, timeout: float = SECONDS) -> Message:  # noqa: ASYNC109 - the word tests expect
        """Wait for a new or edited message of the bot since the last action; fails with the chat's transcript."""
        found = await self._feed.wait(self.chat_id, lambda: self.find_new(wanted), timeout)
        if found is None:
            raise AssertionError(f"{self._name()} does not see {wanted!r} within {timeout} s:\n{self.transcript()}")
        return found

    async def loses(self, wanted: Wanted, timeout: float = SECONDS) -> None:  # noqa: ASYNC109 - the word tests expect
        """Wait until no message of the bot that is there matches; fails with the chat's transcript."""

        def gone() -> bool | None:
            return None if any(message_matches(wanted, message) for message in self.from_bot()) else True

        if not await self._feed.wait(self.chat_id, gone, timeout):
            raise AssertionError(f"{self._name()} still sees {wanted!r} after {timeout} s:\n{self.transcript()}")

    async def presses(
        self,
        button: WantedText,
        *,
        wait: bool = True,
        message: Message | None = None,
        timeout: float = SECONDS,  # noqa: ASYNC109 - the word tests expect
    ) -> Shown | None:
        """Press a button, inline (of `message`, else of the newest message with such one) or of the reply keyboard.

        Waits for the answer to an inline button and gives it, unless `wait` is false.
        """
        found: Spot | KeyboardButton | None = await self._feed.wait(
            self.chat_id, lambda: self._find(button, message), timeout
        )
        if found is None:
            raise AssertionError(f"{self._name()} finds no button {button!r}:\n{self.transcript()}")
        if isinstance(found, Spot):
            return await self._clicks(found, timeout if wait else 0)
        await self._taps(found)
        return None

    def _find(self, wanted: WantedText, message: Message | None) -> Spot | KeyboardButton | None:
        return self.find_button(wanted, message) or (None if message else self.keyboard_button(wanted))

    async def _taps(self, button: KeyboardButton) -> None:
        if button.request_contact:
            await self.sends_contact()
        elif button.request_location:
            raise AssertionError("this button asks for a place: use sends_location")
        else:
            await self.sends(button.text)

    async def _clicks(self, spot: Spot, seconds: float) -> Shown | None:
        message = spot.message
        button = message.reply_markup.inline_keyboard[spot.row][spot.column] if message.reply_markup else None
        if button is not None and button.url:
            return await self._follows(button.url)
        where = {"chat_id": self.chat_id, "message_id": message.message_id}
        answer = await self.does("press", **where, data=button.callback_data if button else None)
        if not seconds:
            return None
        query_id = answer["query_id"]
        shown = await self._feed.wait(self.user_id, lambda: self._feed.shown.get(query_id), seconds)
        if shown is None:
            text = button.text if button else ""
            raise AssertionError(f"[{text}] was not answered within {seconds} s:\n{self.transcript()}")
        return shown

    async def _follows(self, url: str) -> Shown:
        if f"t.me/{self._feed.bot_username}?" in url:
            await self.opens(url)
        return Shown(self.user_id, "", None, show_alert=False, url=url)

    def _name(self) -> str:
        return f"person {self.user_id} in chat {self.chat_id}" + (f"/{self.thread_id}" if self.thread_id else "")

"""What a person sees of one chat or topic."""

from dataclasses import dataclass

from aiogram.types import KeyboardButton, Message

from simulator.client.feed import Feed, Shown, Version
from simulator.client.matching import Wanted, WantedText, inline_buttons, message_matches, text_matches
from simulator.client.transcript import transcript


@dataclass(frozen=True)
class Spot:
    """Where an inline button is: its message, row and column."""

    message: Message
    row: int
    column: int


class View:
    """The messages, buttons and alerts before one person's eyes; `mark` is the event number of the last own action."""

    def __init__(self, feed: Feed, user_id: int, chat_id: int, thread_id: int | None) -> None:
        """Look at `chat_id`, or at one topic of it."""
        self._feed = feed
        self.user_id = user_id
        self.chat_id = chat_id
        self.thread_id = thread_id
        self.mark = 0

    def _versions(self) -> list[Version]:
        current = self._feed.current[self.chat_id]
        shown = [current[message_id] for message_id in sorted(current)]
        return [v for v in shown if self.thread_id is None or v.message.message_thread_id == self.thread_id]

    def messages(self) -> list[Message]:
        """Return all messages that are there now, the oldest first."""
        return [version.message for version in self._versions()]

    def from_bot(self) -> list[Message]:
        """Return the bot's messages that are there now, the oldest first."""
        return [m for m in self.messages() if m.from_user and m.from_user.id == self._feed.bot_id]

    def last(self) -> Message:
        """Return the newest message of the bot; an `AssertionError` when there is none."""
        mine = self.from_bot()
        if not mine:
            raise AssertionError(f"the bot has written nothing here\n{self.transcript()}")
        return mine[-1]

    def buttons(self) -> list[str]:
        """Return texts of the inline buttons under the newest message of the bot that has any."""
        for message in reversed(self.from_bot()):
            if message.reply_markup:
                return [button.text for button in inline_buttons(message)]
        return []

    def keyboard(self) -> list[list[str]]:
        """Return texts of the reply keyboard, row by row."""
        return [[button.text for button in row] for row in self._keyboard_rows()]

    def keyboard_button(self, wanted: WantedText) -> KeyboardButton | None:
        """Return the reply keyboard's button with this text."""
        buttons = [button for row in self._keyboard_rows() for button in row]
        return next((button for button in buttons if text_matches(wanted, button.text)), None)

    def _keyboard_rows(self) -> list[list[KeyboardButton]]:
        chat = self._feed.chats.get(self.chat_id, {})
        rows = chat.get("keyboard", {}).get(str(self.user_id), {}).get("markup", {}).get("keyboard", [])
        return [[KeyboardButton.model_validate(button) for button in row] for row in rows]

    @property
    def shown(self) -> list[Shown]:
        """All answers to this person's pressed buttons, silent ones too."""
        return [shown for shown in self._feed.shown.values() if shown.user_id == self.user_id]

    @property
    def alerts(self) -> list[str]:
        """Texts of the toasts and alerts this person was shown."""
        return [shown.text for shown in self.shown if shown.text]

    def find_new(self, wanted: Wanted) -> Message | None:
        """Return the newest wanted message of the bot since the mark, as it is now, else as it was before an edit."""
        now = [v for v in self._versions() if v.n > self.mark and self._by_bot(v.message)]
        there = {v.message.message_id for v in self._versions()}
        earlier = [
            v
            for v in self._feed.versions[self.chat_id]
            if v.n > self.mark and v.message.message_id in there and self._by_bot(v.message)
        ]
        for version in [*reversed(now), *reversed(earlier)]:
            if message_matches(wanted, version.message):
                return version.message
        return None

    def find_button(self, wanted: WantedText, only: Message | None = None) -> Spot | None:
        """Return the newest message of the bot with such an inline button (or `only` that one), and the row and
        column."""
        for message in [only] if only else reversed(self.from_bot()):
            rows = message.reply_markup.inline_keyboard if message.reply_markup else []
            for r, row in enumerate(rows):
                for c, button in enumerate(row):
                    if text_matches(wanted, button.text):
                        return Spot(message, r, c)
        return None

    def _by_bot(self, message: Message) -> bool:
        return message.from_user is not None and message.from_user.id == self._feed.bot_id

    def transcript(self) -> str:
        """Return the chat as readable text."""
        return transcript(self.messages(), self.keyboard())

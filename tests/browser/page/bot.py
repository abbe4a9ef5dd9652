"""A scripted bot over plain HTTP: it knows only the Bot API, so these tests judge the page and nothing else."""

import asyncio
import json
from typing import Any

import aiohttp

from tests.browser.page.files import pdf

KINDS = ("photo", "document", "contact", "location", "voice", "video")
CONTACT_KEYBOARD = {
    "keyboard": [
        [{"text": "Share number", "request_contact": True}],
        [{"text": "Share place", "request_location": True}, {"text": "Plain key"}],
    ],
    "resize_keyboard": True,
    "input_field_placeholder": "Pick a key",
}
INLINE_KEYBOARD = {
    "inline_keyboard": [
        [
            {"text": "Alert", "callback_data": "alert", "style": "danger"},
            {"text": "Note", "callback_data": "note", "style": "success"},
        ],
        [{"text": "Change", "callback_data": "change", "style": "primary"}, {"text": "Wait", "callback_data": "wait"}],
        [{"text": "Copy", "copy_text": {"text": "A-042"}}, {"text": "Site", "url": "https://example.kz/"}],
    ]
}
RICH_TEXT = (
    "<b>Bold</b> <i>italic</i> <u>under</u> <s>gone</s> <code>code</code> <tg-spoiler>secret</tg-spoiler> "
    '<a href="https://example.kz/page">site</a> /help\n<blockquote expandable>'
    + "A long quotation. "
    * 20
    + "</blockquote>"
    '<pre><code class="language-python">print(1)</code></pre>'
)


class ScriptedBot:
    """Answers a few words with what the page must show; `seen` keeps the updates it got."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        """Talk to the Bot API at `base`, which ends with the token."""
        self.seen: list[dict[str, Any]] = []
        self._session = session
        self._base = base

    async def call(self, method: str, **fields: Any) -> Any:
        """Call a method with JSON fields; an `AssertionError` when the server refuses."""
        async with self._session.post(f"{self._base}/{method}", json=fields) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def send_pdf(self, chat_id: int) -> Any:
        """Send a PDF as an upload."""
        form = aiohttp.FormData({"chat_id": str(chat_id), "caption": "Your form"})
        form.add_field("document", pdf(), filename="form.pdf", content_type="application/pdf")
        async with self._session.post(f"{self._base}/sendDocument", data=form) as response:
            return (await response.json())["result"]

    async def run(self) -> None:
        """Poll until cancelled."""
        await self.call("setMyDescription", description="I show what the page can do.")
        commands = [{"command": "start", "description": "begin"}, {"command": "menu", "description": "buttons"}]
        await self.call("setMyCommands", commands=commands)
        offset = 0
        while True:
            for update in await self._updates(offset):
                offset = update["update_id"] + 1
                self.seen.append(update)
                await self._answer(update)

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        try:
            updates: list[dict[str, Any]] = await self.call("getUpdates", offset=offset, timeout=5)
        except aiohttp.ClientError:
            await asyncio.sleep(0.2)  # the server is away for a moment in one of the tests
            return []
        return updates

    async def _answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await self._press(query)
        elif (message := update.get("message")) and message["chat"]["type"] == "private":
            await self._words(message["chat"]["id"], message)

    async def _words(self, chat: int, message: dict[str, Any]) -> None:
        text = message.get("text", "")
        if text.startswith("/start"):
            await self.call("sendMessage", chat_id=chat, text="Welcome", reply_markup=CONTACT_KEYBOARD)
        elif text == "/menu":
            await self.call("sendMessage", chat_id=chat, text="Choose", reply_markup=INLINE_KEYBOARD)
        elif text == "rich":
            await self.call("sendMessage", chat_id=chat, text=RICH_TEXT, parse_mode="HTML")
        elif text == "pdf":
            await self.send_pdf(chat)
        elif text == "typing":
            await self.call("sendChatAction", chat_id=chat, action="typing")
        elif text:
            reply = {"message_id": message["message_id"]}
            await self.call("sendMessage", chat_id=chat, text=f"Echo: {text}", reply_parameters=reply)
        elif kind := next((name for name in KINDS if name in message), None):
            await self.call("sendMessage", chat_id=chat, text=f"Got {kind}: {json.dumps(message.get('caption', ''))}")

    async def _press(self, query: dict[str, Any]) -> None:
        data, message = query["data"], query["message"]
        place = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        if data == "wait":
            await asyncio.sleep(1)
        if data == "change":
            await self.call("editMessageText", **place, text="Changed", reply_markup=INLINE_KEYBOARD)
        words: dict[str, dict[str, Any]] = {
            "alert": {"text": "Look here", "show_alert": True},
            "note": {"text": "A small note"},
        }
        await self.call("answerCallbackQuery", callback_query_id=query["id"], **words.get(data, {}))

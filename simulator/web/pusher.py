"""Pushes updates to the bot's webhook, one after another, with retries."""

import asyncio
from typing import Any

import aiohttp

from simulator.methods.routes import Upload
from simulator.model.dump import encode
from simulator.model.webhook import Webhook
from simulator.model.world import World
from simulator.web.bot_api import BotApi
from simulator.web.reading import read_parts

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
ANSWER_SECONDS = 60


class Pusher:
    """Delivers the oldest update until the webhook answers 200; pauses double from 0.2 s up to 30 s."""

    def __init__(self, world: World, api: BotApi) -> None:
        """Push this world's updates; methods in the webhook's answers go to `api`."""
        self._world = world
        self._api = api

    async def run(self) -> None:
        """Push for ever; with no webhook set, wait for one."""
        pause = FIRST_PAUSE
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)) as http:
            while True:
                hook, waiting = self._world.webhook, self._world.updates.peek(1)
                if not hook.url or not waiting:
                    self._world.updates.arrived.clear()
                    await self._world.updates.arrived.wait()
                elif await self._deliver_all(http, hook, waiting):
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)

    async def _deliver_all(self, http: aiohttp.ClientSession, hook: Webhook, copies: list[dict[str, Any]]) -> bool:
        for update in copies:
            problem = await self._deliver(http, hook, update)
            if problem:
                hook.last_error_date, hook.last_error_message = int(self._world.clock.now()), problem
                return False
        if self._world.webhook is hook:
            self._world.updates.confirm(copies[0]["update_id"] + 1)
            self._world.dirty = True
        return True

    async def _deliver(self, http: aiohttp.ClientSession, hook: Webhook, update: dict[str, Any]) -> str | None:
        headers = {"Content-Type": "application/json"}
        if hook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret_token
        try:
            async with http.post(hook.url, data=encode(update), headers=headers) as response:
                if response.status != 200:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._reply(response)
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection failed: {error}"
        return None

    async def _reply(self, response: aiohttp.ClientResponse) -> None:
        values: dict[str, Any] = {}
        uploads: dict[str, Upload] = {}
        if response.content_type == "multipart/form-data":
            await read_parts(aiohttp.MultipartReader.from_response(response), values, uploads)
        elif response.content_type == "application/json":
            body = await response.json()
            values = body if isinstance(body, dict) else {}
        if method := values.pop("method", None):
            await self._api.run_reply(str(method), values, uploads)

"""The simulator as one object: a world, its HTTP server, and what is kept on disk."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from simulator.background import Background
from simulator.faults.faults import Faults
from simulator.faults.limits import Limits
from simulator.model.clock import Clock
from simulator.model.files import FileStore
from simulator.model.people import BotProfile, Person
from simulator.model.persistence import dump, restore, write
from simulator.model.steps import Step
from simulator.model.updates import UpdateQueue
from simulator.model.world import World
from simulator.web.api import Api
from simulator.web.bot_api import BotApi
from simulator.web.pusher import Pusher
from simulator.web.reading import BODY_LIMIT

PAGE = Path(__file__).parent / "page"
WRITE_PAUSE = 1.0


class Simulator:
    """A local Telegram for one bot; make it, `start()` it, talk to its `url`, `stop()` it."""

    def __init__(
        self,
        *,
        token: str,
        bot_username: str = "local_bot",
        people: Sequence[Person] = (),
        steps: Sequence[Step] = (),
        bot_name: str = "Bot",
        state_dir: Path | None = None,
        clock_file: Path | None = None,
    ) -> None:
        """Make a world for the bot of `token` (its id is the part before the colon) with these people in it.

        The page offers the steps to whoever opens it.
        """
        bot_id = int(token.split(":", maxsplit=1)[0])
        self.token = token
        bot = BotProfile(id=bot_id, first_name=bot_name, username=bot_username)
        files = FileStore(state_dir / "files" if state_dir else None)
        self.world = World(bot, Clock(clock_file), files, UpdateQueue())
        self._state = state_dir / "world.json" if state_dir else None
        if self._state is not None:
            restore(self.world, self._state)
        for person in people:
            self.world.people[person.id] = _as_before(person, self.world.people.get(person.id))
        self.world.steps = list(steps)
        self._faults = Faults(self.world.updates)
        self._limits = Limits()
        self._background = Background()
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; port 0 takes a free one. `url` is set afterwards. A stopped simulator may be started again."""
        api = Api(self.world, self._faults, self._limits)
        bot_api = BotApi(self.world, self.token, self._faults, self._limits)
        app = web.Application(client_max_size=BODY_LIMIT)
        app.add_routes([*bot_api.routes(), *api.routes()])
        app.router.add_get("/", _index)
        if PAGE.is_dir():
            app.router.add_static("/page/", PAGE)
        app.on_shutdown.append(api.close)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self.world.updates.switch(closed=False)
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"
        self._background.start(Pusher(self.world, bot_api).run())
        if self._state is not None:
            self._background.start(self._keep_writing(self._state))

    def faults(self, faults: list[dict[str, Any]]) -> None:
        """What goes wrong from now on, as `POST /api/faults` takes it."""
        self._faults.replace(faults)

    async def stop(self) -> None:
        """Let held calls go, close all connections and write the world down."""
        self._faults.replace([])
        self.world.updates.switch(closed=True)
        await self._background.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._state is not None and self.world.dirty:
            await asyncio.to_thread(write, dump(self.world), self._state)

    async def _keep_writing(self, path: Path) -> None:
        while True:
            await asyncio.sleep(WRITE_PAUSE)
            if self.world.dirty:
                self.world.dirty = False
                await asyncio.to_thread(write, dump(self.world), path)


async def _index(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html")


def _as_before(person: Person, kept: Person | None) -> Person:
    """Return the person with what they chose in an earlier run."""
    return person.model_copy(update=kept.model_dump(include={"blocked", "language_code"}) if kept else {})

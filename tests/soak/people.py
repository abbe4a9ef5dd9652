"""Who writes during a soak: people in bursts, whose answers are known, and a flooder nobody should feel."""

import asyncio
import random
import time
from collections import defaultdict
from dataclasses import dataclass, field

from simulator.client.actor import Actor
from simulator.driver import Driver
from simulator.model.calls import Call
from tests.support.world import Reader

COMMANDS = ("/help", "/bookings", "/applications", "/profile", "/guides")
"""Each has a screen of its own, the same for everybody who has done nothing yet."""
LANGUAGE = "ru"
_ANSWERED_WITHIN = 60.0


@dataclass(slots=True)
class Crowd:
    """What was asked and what came back."""

    telegram: Driver
    dice: random.Random
    screens: dict[str, str] = field(default_factory=dict)
    asked: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    waits: list[float] = field(default_factory=list)
    """Seconds from the last words of a burst to the last screen of it."""
    flooded: int = 0
    _answered: asyncio.Condition = field(default_factory=asyncio.Condition)
    _read_to: int = 0

    async def come_in(self, people: int) -> list[Reader]:
        """Have so many people start, choose a language and consent."""
        actors = [await self.telegram.add_person(f"Person {number}", LANGUAGE) for number in range(people)]
        came = [Reader(actor, LANGUAGE) for actor in actors]
        for first in range(0, people, 10):
            await asyncio.gather(*(_start(reader) for reader in came[first : first + 10]))
        return came

    async def learn(self, reader: Reader) -> None:
        """Find out what each command shows."""
        await self.telegram.idle(quiet=1, timeout=120)
        await self._new_calls()
        for command in COMMANDS:
            await reader.says(command)
            async with asyncio.timeout(_ANSWERED_WITHIN):
                while not (sent := [call.text for call in await self._new_calls() if call.text]):
                    await asyncio.sleep(0.05)
            self.screens[command] = sent[-1]
        assert len(set(self.screens.values())) == len(COMMANDS), "two commands cannot be told apart"

    async def write(self, reader: Reader, until: float, pause: float) -> None:
        """Write bursts of one to three commands until then, each when the one before is answered."""
        me = reader.actor.user_id
        while (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(left, self.dice.expovariate(1 / pause)))
            for _ in range(self.dice.randint(1, 3)):
                command = self.dice.choice(COMMANDS)
                self.asked[me].append(self.screens[command])
                await reader.says(command)
            began = time.monotonic()
            async with self._answered:
                try:
                    async with asyncio.timeout(_ANSWERED_WITHIN):
                        await self._answered.wait_for(lambda: len(self.shown[me]) >= len(self.asked[me]))
                except TimeoutError:
                    return  # what is missing is counted as lost
            self.waits.append(time.monotonic() - began)

    async def flood(self, actor: Actor, until: float, messages: int, pause: float) -> None:
        """Write so many messages at once, again and again."""
        while time.monotonic() < until:
            for number in range(messages):
                await actor.sends(f"flood {number}")
                self.flooded += 1
            await asyncio.sleep(min(pause, max(0.0, until - time.monotonic())))

    async def look(self, flooder: int) -> int:
        """Take in what was shown since the last look; return how much of it the flooder was."""
        known = set(self.screens.values())
        calls = [call for call in await self._new_calls() if call.text]
        for call in calls:
            if isinstance(call.chat_id, int) and call.text in known:
                self.shown[call.chat_id].append(call.text)
        async with self._answered:
            self._answered.notify_all()
        return sum(call.chat_id == flooder for call in calls)

    async def _new_calls(self) -> list[Call]:
        calls = await self.telegram.calls(since=self._read_to)
        # A call that still runs is looked at again, and all after it: their order is what counts.
        running = next((place for place, call in enumerate(calls) if call.ok is None), len(calls))
        taken = calls[:running]
        self._read_to = taken[-1].n if taken else self._read_to
        return [call for call in taken if call.ok]

    def lost(self) -> int:
        """Return how many screens never came."""
        return sum(max(0, len(asked) - len(self.shown[person])) for person, asked in self.asked.items())

    def twice(self) -> int:
        """Return how many screens came beyond those that were asked for."""
        return sum(max(0, len(self.shown[person]) - len(asked)) for person, asked in self.asked.items())

    def out_of_order(self) -> int:
        """Return how many people saw other screens than they asked for, or in another order."""
        return sum(
            self.shown[person][: len(asked)] != asked[: len(self.shown[person])] for person, asked in self.asked.items()
        )


async def _start(reader: Reader) -> None:
    await reader.says("/start")
    await reader.sees("start-language", timeout=120)
    await reader.presses(f"language-{LANGUAGE}")

"""A random walk over all screens by seed: whatever people do, the bot answers, and Telegram refuses nothing it says.

``python -m tests.monkey --seed 7 --steps 5000`` walks long; the suite walks a little.
"""

import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from io import BytesIO

from aiogram.types import InlineKeyboardButton, Message
from PIL import Image

from bot.cli.demo_data import load_demo_data
from bot.services.applications.submission import submit_application
from bot.services.staff_chats.binding import Group, bind_chat, make_bind_code
from simulator.client.actor import Actor
from tests.monkey.words import COMMANDS, FITTING, HOSTILE, RIGHT, WRONG
from tests.support.assistants import becomes_assistant, takes_on
from tests.support.forms.aid import OTHER_IIN, filled
from tests.support.queue.journeys import books, to_monday
from tests.support.world import ADMIN, TEXTS, World, plain

# A text key shown instead of its text: words joined by hyphens that begin like one of ours.
_RAW_KEY = re.compile(
    r"\b(?:error|refusal|button|menu|stray|start|payment|queue|aid|eligibility|assistant|takeover|case|staff|status)-[a-z0-9-]+\b"
)
_BACKWARD = ("☰", "←", "🌐", "❌")
_UNFILLED = re.compile(r"\{\s*\$\w+\s*\}")
_APOLOGIES = tuple(plain(TEXTS.get(language, "error-unexpected"))[:40] for language in ("kk", "ru"))


@dataclass(slots=True)
class Walk:
    """One walk: ``people`` in private, ``clerks`` in the group, every step by the seed's dice."""

    world: World
    seed: int
    people: list[int]
    group: int | None = None
    clerks: list[int] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    dice: random.Random = field(init=False)
    pressed: Counter[str] = field(default_factory=Counter)
    calls_seen: int = 0
    same: Actor | None = None

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311 - a walk that can be walked again

    async def open_office(self, clerks: list[int]) -> None:
        """Give the walk a bound staff group with topics."""
        admin, world = ADMIN, self.world
        order = {"title": "Өтініштер", "is_forum": True, "members": [*clerks, admin]}
        group = (await world.telegram.person(admin).does("create_group", **order))["chat"]["id"]
        await world.telegram.person(admin).does("promote", chat_id=group, user_id=world.app.bot.id)
        made = await make_bind_code(
            world.app.services, key="walk:code", user_id=admin, role="aid", region=None, language="ru"
        )
        bound = Group(group, "Өтініштер", is_forum=True)
        await bind_chat(world.app.services, key="walk:bind", user_id=admin, typed=made.code, group=bound)
        self.group, self.clerks = group, clerks

    async def settle_people(self) -> None:
        """Give people something to come back to: a ticket, a draft at its end, a case, a payment that is theirs."""
        world, services = self.world, self.world.app.services
        await load_demo_data(services)
        readers = {user: await world.citizen(user, "kk" if user % 2 else "ru") for user in (501, 502, 503)}
        await filled(services, 502, "ru")
        draft = await filled(services, 503, iin=OTHER_IIN)
        await submit_application(
            services, key="walk:submit", user_id=503, application_id=draft.application.id, language="kk"
        )
        if self.group is not None:
            await becomes_assistant(services, 503, self.group)
            await takes_on(services, 503)
        await to_monday(world)
        await books(readers[501])
        await world.settles()

    async def walk(self, steps: int) -> None:
        """Take the steps; raise AssertionError with the transcript at the first that goes wrong."""
        for step in range(steps):
            actor = self._actor()
            name, act = self._choose()
            self.taken[name] += 1
            where = f"seed {self.seed}, step {step}: {actor.user_id} {name}"
            answerable = await act(actor)
            await self.world.settles()
            await self._check(actor, where, answerable=answerable)

    def _actor(self) -> Actor:
        # People stay with what they are doing: mostly the same person goes on.
        if self.same is None or self.dice.random() < 0.06:
            self.same = self._somebody()
        return self.same

    def _somebody(self) -> Actor:
        if self.group is not None and self.dice.random() < 0.25:
            return self.world.telegram.person(self.dice.choice(self.clerks)).in_chat(self.group)
        return self.world.telegram.person(self.dice.choice(self.people))

    def _choose(self) -> tuple[str, Callable[[Actor], Awaitable[bool]]]:
        acts: list[tuple[float, str, Callable[[Actor], Awaitable[bool]]]] = [
            (45, "presses a button", self._press_new),
            (4, "presses an old button", self._press_old),
            (5, "presses twice", self._press_twice),
            (20, "answers what was asked", self._fitting),
            (3, "answers something", self._says(RIGHT)),
            (5, "answers wrong", self._says(WRONG)),
            (5, "writes something hostile", self._says(HOSTILE)),
            (3, "gives a command", self._says(COMMANDS)),
            (4, "sends a picture", self._picture),
            (2, "sends an album", self._album),
            (2, "sends a file", self._file),
            (3, "shares a contact", self._contact),
            (1, "shares a place", self._place),
            (1, "edits a message", self._edit),
            (1, "lets time pass", self._time),
        ]
        _, name, act = self.dice.choices(acts, weights=[weight for weight, _, _ in acts])[0]
        return name, act

    async def _press_new(self, actor: Actor) -> bool:
        for message in reversed(actor.from_bot()):
            if buttons := _buttons(message):
                return await self._press(actor, message, self._way_on(buttons))
        return await self._says(COMMANDS)(actor)

    def _way_on(self, buttons: list[InlineKeyboardButton]) -> InlineKeyboardButton:
        """Choose a button, mostly further into what was begun: back, home and the language are pressed now and then."""
        onward = [button for button in buttons if not button.text.startswith(_BACKWARD)]
        open_ones = onward if onward and self.dice.random() < 0.93 else buttons
        # What was pressed seldom is pressed rather: so the walk comes to the far ends.
        button = self.dice.choices(open_ones, [1 / (1 + self.pressed[button.text]) for button in open_ones])[0]
        self.pressed[button.text] += 1
        return button

    async def _press_old(self, actor: Actor) -> bool:
        pressable = [message for message in actor.from_bot() if _buttons(message)]
        if not pressable:
            return await self._says(COMMANDS)(actor)
        message = self.dice.choice(pressable)
        return await self._press(actor, message, self.dice.choice(_buttons(message)))

    async def _press_twice(self, actor: Actor) -> bool:
        for message in reversed(actor.from_bot()):
            if buttons := _buttons(message):
                button = self.dice.choice(buttons)
                await self._press(actor, message, button)
                if actor.chat_id < 0:
                    # Two at once may end in an edit that changes nothing: refused by Telegram, seen by nobody.
                    await self.world.settles()
                return await self._press(actor, message, button)
        return False

    async def _press(self, actor: Actor, message: Message, button: InlineKeyboardButton) -> bool:
        if button.callback_data is None:
            return False
        where = {"chat_id": actor.chat_id, "message_id": message.message_id}
        try:
            await actor.does("press", **where, data=button.callback_data)
        except AssertionError:
            # The bot took the message away between the look and the press.
            return False
        return True

    def _says(self, words: list[str]) -> Callable[[Actor], Awaitable[bool]]:
        async def say(actor: Actor) -> bool:
            await actor.sends(self.dice.choice(words))
            return True

        return say

    async def _fitting(self, actor: Actor) -> bool:
        asked = actor.from_bot()[-1:]
        text = "".join(message.text or message.caption or "" for message in asked)
        for topic, answers in FITTING:
            if re.search(topic, text):
                return await self._says(answers)(actor)
        return await self._says(RIGHT)(actor)

    async def _picture(self, actor: Actor) -> bool:
        await actor.sends_photo(_picture(self.dice))
        return True

    async def _album(self, actor: Actor) -> bool:
        await actor.sends_album([_picture(self.dice) for _ in range(self.dice.randint(2, 5))])
        return True

    async def _file(self, actor: Actor) -> bool:
        content, name = self.dice.choice(
            [(b"%PDF-1.4\n%%EOF", "a.pdf"), (b"MZ\x90", "virus.exe"), (b"", "empty.txt"), (b"\xff\xd8\xff", "bad.jpg")]
        )
        await actor.sends_document(content or b"\n", name)
        return True

    async def _contact(self, actor: Actor) -> bool:
        if self.dice.random() < 0.5:
            await actor.sends_contact()
        else:
            await actor.sends_contact("+77000000099", first_name="Чужой", contact_user_id=12345)
        return True

    async def _place(self, actor: Actor) -> bool:
        await actor.sends_location(51.1, 71.4)
        return True

    async def _edit(self, actor: Actor) -> bool:
        own = [m for m in actor.messages() if m.from_user and m.from_user.id == actor.user_id and m.text]
        if not own:
            return False
        await actor.edits(self.dice.choice(own[-5:]), "исправлено " + str(self.dice.random()))
        return True

    async def _time(self, _actor: Actor) -> bool:
        await self.world.telegram.advance(minutes=self.dice.choice([1, 6, 60, 600, 2000]))
        return False

    async def _check(self, actor: Actor, where: str, *, answerable: bool) -> None:
        telegram = self.world.telegram
        calls = await telegram.calls(since=self.calls_seen)
        self.calls_seen = max((call.n for call in calls), default=self.calls_seen)
        told = f"{where}\n{actor.transcript()[-3000:]}"
        refused = [call for call in calls if call.ok is False and not call.injected]
        assert not refused, f"Telegram refused {refused}\n{told}"
        if answerable and actor.chat_id > 0:
            assert any(call.method != "getUpdates" for call in calls), f"no reaction\n{told}"
        for message in actor.from_bot()[-3:]:
            text = message.text or message.caption or ""
            assert not _RAW_KEY.search(text), f"a raw key: {text!r}\n{told}"
            assert not _UNFILLED.search(text), f"an unfilled place: {text!r}\n{told}"
            assert not text.startswith(_APOLOGIES), f"an apology for a fault in the code\n{told}"
        if actor.chat_id > 0 and actor.from_bot():
            # A case's file is two documents; asked for twice, it is four.
            ways_on = any(_buttons(message) for message in actor.from_bot()[-6:]) or actor.keyboard()
            assert ways_on, f"a dead end\n{told}"


def _buttons(message: Message) -> list[InlineKeyboardButton]:
    if message.reply_markup is None:
        return []
    return [button for row in message.reply_markup.inline_keyboard for button in row if button.callback_data]


def _picture(dice: random.Random) -> bytes:
    picture = Image.effect_noise((320, 240), dice.randint(5, 80))
    buffer = BytesIO()
    picture.save(buffer, "JPEG")
    return buffer.getvalue()

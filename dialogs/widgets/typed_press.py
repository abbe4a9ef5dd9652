"""Words typed in place of a press (product X2): what they name among the buttons on the screen is pressed or offered.

Nothing of it is done at a press. What acts for good is pressed by its whole label alone, or by «yes» to its question.
"""

from dataclasses import dataclass, replace

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol

from bot.context import context_of, services_of
from bot.free_text.choices import Choice, Closeness, Kind, Named, named, whole_label
from bot.free_text.moments import names_time, time_named, times_around
from bot.services.calendar import today
from bot.texts import LANGUAGES, TextRef
from dialogs.widgets.calendar import NOTHING
from dialogs.widgets.near_choices import offer_near
from dialogs.widgets.presses import Presses
from dialogs.widgets.problem import show_error, show_remark, take_problem, was_refused

_CHOSEN = "✅"
_MOST_PRESSES = 3
"""The day, the part of the day and the time: as many as one message names."""


@dataclass(frozen=True, slots=True)
class TypedPress:
    """One typed message on the window it was typed at."""

    window: Window
    presses: Presses
    message: Message
    dialog: DialogProtocol
    asks: bool = True
    """Whether the window is the person's own: a consent drawn in its place is left by a press, and counts nothing."""

    async def no_answer(self, manager: DialogManager) -> bool:
        """Press what leads back, home or on, or acts for good, when its whole label was typed: no answer reads so."""
        return await self._whole(manager, Kind.WAY, Kind.ACT)

    async def whole(self, manager: DialogManager) -> bool:
        """Press the button whose whole label was typed, in either language."""
        return await self._whole(manager, *Kind)

    async def answer(self, manager: DialogManager) -> bool:
        """Press what was plainly named, or ask which of several; False when nothing was."""
        return await self._take(manager, Closeness.PLAIN)

    async def named(self, manager: DialogManager) -> bool:
        """Press what was named, or offer what comes nearest; False when nothing does."""
        return await self._take(manager, Closeness.NEAR)

    async def instead_of_refused(self, manager: DialogManager) -> None:
        """Press what was plainly named by words that the window itself has refused."""
        refused = take_problem(manager)
        if refused is not None and not await self._take(manager, Closeness.SURE):
            show_error(manager, refused)

    async def _take(self, manager: DialogManager, closeness: Closeness) -> bool:
        if not self._text:
            return False
        choices, day = await self.choices(manager), today(services_of(manager).now)
        counts = self.asks and closeness is not Closeness.SURE
        found = named(self._text, choices, day, counts=counts, loosely=closeness is Closeness.NEAR)
        if found.closeness is Closeness.SURE:
            return await self._press(manager, choices, found.data[0])
        if not found.data:
            found = Named(tuple(times_around(self._text, _labelled(choices), day)), Closeness.PLAIN)
        return found.closeness >= closeness and self._offer(manager, choices, found.data)

    @property
    def _text(self) -> str:
        text = self.message.text or ""
        return "" if text.startswith("/") else text

    async def _whole(self, manager: DialogManager, *kinds: Kind) -> bool:
        if not self._text:
            return False
        choices = await self.choices(manager)
        found = whole_label(self._text, [each for each in choices if each.kind in kinds])
        return found.closeness is Closeness.SURE and await self._press(manager, choices, found.data[0])

    async def choices(self, manager: DialogManager) -> list[Choice]:
        """Return the buttons of the screen, with their labels in both languages."""
        data = await self.window.load_data(self.dialog, manager)
        own = await self._keys(manager, data)
        labels = {key.callback_data: {key.text: None} for key in own}
        context = context_of(manager)
        for language in LANGUAGES:
            if language == context.language:
                continue
            manager.middleware_data["context"] = replace(context, language=language)
            try:
                for key in await self._keys(manager, data):
                    labels.setdefault(key.callback_data, {})[key.text] = None
            finally:
                manager.middleware_data["context"] = context
        return [self.presses.choice(key, tuple(labels[key.callback_data])) for key in own]

    async def _keys(self, manager: DialogManager, data: dict[str, object]) -> list[InlineKeyboardButton]:
        rows: RawKeyboard = await self.window.keyboard.render_keyboard(data, manager)
        keys = [key for row in rows for key in row if isinstance(key, InlineKeyboardButton)]
        return [key for key in keys if key.callback_data and not key.callback_data.endswith(f":{NOTHING}")]

    def _offer(self, manager: DialogManager, choices: list[Choice], near: tuple[str, ...]) -> bool:
        labels = {each.data: each.labels[0] for each in choices}
        if near:
            offer_near(manager, [(data, labels[data]) for data in near])
        return bool(near)

    async def _press(self, manager: DialogManager, choices: list[Choice], data: str) -> bool:
        label = next(each.labels[0] for each in choices if each.data == data)
        if data.partition(":")[0] in self.presses.toggles and label.startswith(_CHOSEN):
            show_remark(manager, TextRef("typed-chosen-already", {"label": label}))
            return True
        before, state = manager.current_context(), manager.current_context().state
        if not await self.press(manager, data):
            return False
        if not self.asks or await self._goes_on(manager, data):
            return True
        stays = manager.has_context() and manager.current_context() is before and before.state == state
        if stays and not was_refused(manager):
            now = {each.data: each.labels[0] for each in await self.choices(manager)}
            show_remark(manager, TextRef("typed-pressed", {"label": now.get(data, label)}))
        return True

    async def press(self, manager: DialogManager, data: str) -> bool:
        """Do what the button with this data does."""
        if self.message.from_user is None:
            return False
        press = CallbackQuery(
            id="typed", from_user=self.message.from_user, chat_instance="typed", data=data, message=self.message
        )
        return await self.window.process_callback(press, self.dialog, manager)

    async def _goes_on(self, manager: DialogManager, data: str) -> bool:
        """Press what else was named, on whichever window comes next; True when it asks which of several is meant."""
        day = today(services_of(manager).now)
        if not names_time(self._text, day):
            return False
        for _ in range(_MOST_PRESSES - 1):
            following = self._following(manager)
            if following is None or was_refused(manager):
                return False
            choices = await following.choices(manager)
            found = time_named(self._text, _labelled(choices), day)
            if len(found) != 1 or found[0] == data:
                near = found if len(found) > 1 else times_around(self._text, _labelled(choices), day)
                return self._offer(manager, choices, tuple(near))
            data = found[0]
            await following.press(manager, data)
        return False

    def _following(self, manager: DialogManager) -> "TypedPress | None":
        if not manager.has_context() or not isinstance(self.dialog, Dialog):
            return None
        window = self.dialog.windows.get(manager.current_context().state)
        return replace(self, window=window) if isinstance(window, Window) else None


def _labelled(choices: list[Choice]) -> list[tuple[str, str]]:
    return [(each.data, each.labels[0]) for each in choices]

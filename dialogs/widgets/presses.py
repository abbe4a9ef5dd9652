"""What typed words may do to the buttons of a window: which act for good, which «yes» means, which are switches."""

from collections.abc import Collection
from dataclasses import dataclass

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.free_text.choices import Choice, Kind
from bot.free_text.other_names import also_called

_SIGNS = ("←", "→", "☰")
_ACTING = frozenset({ButtonStyle.SUCCESS.value, ButtonStyle.DANGER.value})


@dataclass(frozen=True, slots=True)
class Presses:
    """Buttons by the ids of their widgets; whatever is drawn green or red acts for good without being named."""

    acting: Collection[str] = ()
    yes: Collection[str] = ()
    no: Collection[str] = ()
    toggles: Collection[str] = ()

    def choice(self, button: InlineKeyboardButton, labels: tuple[str, ...]) -> Choice:
        """Return the button as words may name it; a choice of nothing, such as the name of a month, has no labels."""
        data = button.callback_data or ""
        widget = data.partition(":")[0]
        acts = button.style in _ACTING or widget in self.acting
        way = widget in {"back", "home"} or button.text.startswith(_SIGNS) or button.text.endswith(_SIGNS)
        kind = Kind.ACT if acts else Kind.WAY if way else Kind.ANSWER
        return Choice(data, labels, kind, yes=widget in self.yes, no=widget in self.no, also=also_called(data))

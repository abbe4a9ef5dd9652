"""The one message of an import: what it is at, how far it has come, what can be pressed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import RegistryCallback
from bot.domain.errors import DomainError
from bot.domain.payments.programmes import Programme
from bot.domain.registry import COLUMNS, ImportState, RegistryImport
from bot.services.registry.columns import REQUIRED, next_asked
from bot.services.registry.commands import NO_COLUMN, fields_settled
from bot.services.registry.reading import Progress
from bot.texts import TextRef, Texts, Value
from bot.texts.error_messages import problem_key

_LABEL = 40
_MOST_BUTTONS = 40
_GOES_ON = frozenset({ImportState.RECEIVED, ImportState.READING, ImportState.APPLYING})


@dataclass(frozen=True, slots=True)
class Screen:
    """A message in a chat's language."""

    text: str
    keyboard: InlineKeyboardMarkup | None

    def with_keyboard(self, keyboard: InlineKeyboardMarkup) -> "Screen":
        """Return the same words over other buttons."""
        return replace(self, keyboard=keyboard)


@dataclass(frozen=True, slots=True)
class Around:
    """What an import's message tells besides the import: ``problem`` ended it, ``programmes`` may be chosen."""

    progress: Progress
    programmes: Sequence[Programme] = ()
    can_undo: bool = False
    problem: DomainError | None = None


def draw(found: RegistryImport, around: Around, texts: Texts, language: str) -> Screen:
    """Draw the import as it is."""
    progress, problem = around.progress, around.problem
    values: dict[str, Value] = {"file": str(found.file.get("name") or "") or TextRef("registry-file")}
    values |= {"added": found.added, "changed": found.changed, "unchanged": found.unchanged}
    values |= {"illegal": found.illegal, "bad": found.bad, "rows": found.rows, "mended": found.mended}
    values |= {"percent": min(99, 100 * progress.done // max(progress.total, 1)), "settled": fields_settled(found)}
    values["reason"] = problem_key(problem) if problem else TextRef("registry-failed-why")
    field = next_asked(found.columns) if found.state is ImportState.COLUMNS else None
    if field is not None:
        values |= {"field": TextRef(f"registry-field-{field}"), "total": len(COLUMNS)}
    text = texts.get(language, f"registry-state-{found.state}", **values)
    if found.state in {ImportState.READY, ImportState.SAME} and found.restored:
        text += texts.get(language, "registry-restored", restored=found.restored)
    if found.state in {ImportState.READY, ImportState.SAME} and found.bad + found.illegal:
        text += texts.get(language, "registry-left-out")
    if found.state is ImportState.APPLIED and found.mended:
        text += texts.get(language, "registry-mended", mended=found.mended)
    return Screen(text, _keyboard(found, texts, language, field, around))


def undo_question(found: RegistryImport, texts: Texts, language: str) -> InlineKeyboardMarkup:
    """Return the buttons that ask whether it is really to be taken back."""
    yes = _button(found, texts, language, "registry-button-undo-sure", "undo", style=ButtonStyle.DANGER)
    no = _button(found, texts, language, "registry-button-keep", "back")
    return InlineKeyboardMarkup(inline_keyboard=[[yes], [no]])


def _keyboard(
    found: RegistryImport, texts: Texts, language: str, field: str | None, around: Around
) -> InlineKeyboardMarkup | None:
    stop = _button(found, texts, language, "registry-button-stop", "stop")
    rows: list[list[InlineKeyboardButton]] = []
    if found.state is ImportState.COLUMNS and field is not None:
        rows = [*_columns(found, texts, language, field, around.programmes), [stop]]
    elif found.state is ImportState.READY:
        style = ButtonStyle.PRIMARY
        rows = [
            [_button(found, texts, language, "registry-button-apply", "apply", style=style)],
            [_button(found, texts, language, "registry-button-columns", "again")],
            [stop],
        ]
    elif found.state in _GOES_ON:
        rows = [[stop]]
    elif found.state is ImportState.APPLIED and around.can_undo:
        rows = [[_button(found, texts, language, "registry-button-undo", "undo_ask")]]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _columns(
    found: RegistryImport, texts: Texts, language: str, field: str, programmes: Sequence[Programme]
) -> list[list[InlineKeyboardButton]]:
    """A button for each column nobody has claimed; for the programme also one for each there is."""
    taken = set(found.columns.values())
    offered = [
        (heading or f"№ {number + 1}", str(number))
        for number, heading in enumerate(found.headings)
        if number not in taken
    ]
    if field == "programme":
        offered = [(getattr(each.name, language), each.id) for each in programmes] + offered
    rows = [
        [InlineKeyboardButton(text=label[:_LABEL], callback_data=_data(found, "column", field, chosen))]
        for label, chosen in offered[:_MOST_BUTTONS]
    ]
    if field not in REQUIRED:
        none = texts.plain(language, "registry-button-none")
        rows.append([InlineKeyboardButton(text=none, callback_data=_data(found, "column", field, NO_COLUMN))])
    return rows


def _button(
    found: RegistryImport, texts: Texts, language: str, key: str, what: str, *, style: str | None = None
) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=texts.plain(language, key), callback_data=_data(found, what), style=style)


def _data(found: RegistryImport, what: str, field: str = "", arg: str = "") -> str:
    return RegistryCallback(what=what, id=found.id, field=field, arg=arg).pack()

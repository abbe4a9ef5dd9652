"""The panel of a reception: who is at which counter, who is next, and the buttons of everybody who sits at one."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import PanelCallback
from bot.domain.reception import Operator, StoredVisit
from bot.services.branches.directory import Place
from bot.services.queue.texts import both
from bot.services.reception.ordering import Line, local_day
from bot.services.reception.queries import reception_now
from bot.services.work import Services
from bot.texts import LocalDate, LocalDateTime, TextRef, Texts, Value

_NEXT_SHOWN, _PARKED_SHOWN = 5, 6
_ROWS = (("next",), ("served", "recall"), ("park", "missed"), ("walkin", "today"), ("window", "poster"))
_STYLES = {"next": "primary", "served": "success", "missed": "danger"}


@dataclass(frozen=True, slots=True)
class PanelView:
    """A panel as it is shown."""

    text: str
    keyboard: InlineKeyboardMarkup


async def draw_panel(services: Services, texts: Texts, chat_id: int) -> PanelView | None:
    """Return the chat's panel as everything is now; None when the chat serves no reception any more."""
    reception = await reception_now(services, chat_id)
    if reception is None:
        return None
    language = reception.chat.language
    lines = [
        texts.get(language, "desk-panel", **_figures(reception.place, reception.line, services.now)),
        *(texts.get(language, key.key, **key.args) for key in _windows(reception.line, reception.sitting)),
        *(texts.get(language, key.key, **key.args) for key in _next(reception.line, reception.place)),
    ]
    return PanelView("\n".join(lines), _keyboard(reception.line, texts, language))


def _figures(place: Place, line: Line, now: int) -> dict[str, Value]:
    wait = line.wait_at(len(line.waiting))
    return {
        "name": both(place.branch.names),
        "day": LocalDate.of(local_day(place, now)),
        "waiting": len(line.waiting),
        "walkins": len([visit for visit in line.waiting if visit.booking_id is None]),
        "parked": len(line.parked),
        "load": TextRef(f"load-{wait.load.value}"),
        "low": wait.low,
        "high": wait.high,
    }


def _windows(line: Line, sitting: Sequence[Operator]) -> list[TextRef]:
    if not sitting:
        return [TextRef("desk-panel-nobody")]
    busy = {visit.operator: visit for visit in line.called}
    return [_window(operator, busy.get(operator.user_id)) for operator in sitting]


def _window(operator: Operator, visit: StoredVisit | None) -> TextRef:
    told: dict[str, Value] = {"window": operator.window, "name": operator.name}
    if visit is None:
        return TextRef("desk-panel-free", told)
    return TextRef("desk-panel-busy", {**told, "ticket": visit.ticket, "calls": visit.calls})


def _next(line: Line, place: Place) -> list[TextRef]:
    if not line.waiting:
        return [TextRef("desk-panel-empty")]
    return [TextRef("desk-panel-next"), *(_waiting(visit, place) for visit in line.waiting[:_NEXT_SHOWN])]


def _waiting(visit: StoredVisit, place: Place) -> TextRef:
    if visit.starts_at is None:
        return TextRef(
            "desk-panel-walkin", {"ticket": visit.ticket, "at": LocalDateTime(visit.arrived_at, place.zone, "time")}
        )
    return TextRef(
        "desk-panel-booked", {"ticket": visit.ticket, "at": LocalDateTime(visit.starts_at, place.zone, "time")}
    )


def _keyboard(line: Line, texts: Texts, language: str) -> InlineKeyboardMarkup:
    rows = [
        [
            InlineKeyboardButton(
                text=texts.plain(language, f"desk-button-{what}"),
                callback_data=PanelCallback(what=what).pack(),
                style=_STYLES.get(what),
            )
            for what in row
        ]
        for row in _ROWS
    ]
    parked = [
        InlineKeyboardButton(
            text=texts.plain(language, "desk-button-parked", ticket=visit.ticket),
            callback_data=PanelCallback(what="this", id=visit.id).pack(),
        )
        for visit in line.parked[:_PARKED_SHOWN]
    ]
    rows[3:3] = [parked[start : start + 3] for start in range(0, len(parked), 3)]
    return InlineKeyboardMarkup(inline_keyboard=rows)

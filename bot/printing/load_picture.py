"""A branch's day as a picture: bars of bookings against the seats, coloured by load, with the usual wait above."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.domain.queue.load import Load, WaitRange
from bot.services.queue.texts import both
from bot.services.reception.load import BranchLoad
from bot.services.reception.ordering import local_day, local_time
from bot.texts import LocalDate, Texts

_FONTS = Path(__file__).parent / "fonts"
_COLOURS = {Load.QUIET: "#2a9d6f", Load.NORMAL: "#e0a526", Load.BUSY: "#cf4a3c"}
_INK, _SOFT, _EMPTY = "#12263a", "#5b6b7b", "#e3e8ec"
_WIDTH = 0.9


@dataclass(frozen=True, slots=True)
class _Hour:
    """One bar: ``usual`` is written above it."""

    hour: int
    booked: int
    seats: int
    came: int
    load: Load
    usual: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is drawn, in words already."""

    title: str
    axis: str
    legend: Sequence[tuple[Load, str]]
    came: str
    now: str
    hours: Sequence[_Hour]
    clock: float


async def load_picture(load: BranchLoad, *, texts: Texts, language: str, now: int) -> bytes:
    """Return the PNG, some 1200 pixels wide; drawn in a thread, for drawing takes a good part of a second."""
    at = local_time(load.place, now)
    drawn = _Drawn(
        title=texts.plain(
            language,
            "load-picture-title",
            name=both(load.place.branch.names),
            day=LocalDate.of(local_day(load.place, now), "visit"),
        ),
        axis=texts.plain(language, "load-picture-axis"),
        legend=[(each, texts.plain(language, f"load-{each.value}")) for each in Load],
        came=texts.plain(language, "load-picture-came"),
        now=texts.plain(language, "load-picture-now"),
        hours=[
            _Hour(each.hour, each.booked, each.seats, each.came, each.load, _usual(each.usual, texts, language))
            for each in load.hours
        ],
        clock=at.hour + at.minute / 60,
    )
    return await asyncio.to_thread(_draw, drawn)


def _usual(wait: WaitRange | None, texts: Texts, language: str) -> str:
    return texts.plain(language, "load-minutes", low=wait.low, high=wait.high) if wait else ""


def _draw(drawn: _Drawn) -> bytes:
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow to load, seldom needed

    figure = Figure(figsize=(8, 4.5), dpi=150, layout="constrained")
    axes = figure.add_subplot()
    _bars(axes, drawn)
    _now_line(axes, drawn)
    _scales(axes, drawn)
    _legend(figure, axes, drawn)
    out = BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _bars(axes: Any, drawn: _Drawn) -> None:
    for hour in drawn.hours:
        axes.bar(hour.hour, hour.seats, align="edge", width=_WIDTH, color=_EMPTY)
        axes.bar(hour.hour, hour.booked, align="edge", width=_WIDTH, color=_COLOURS[hour.load])
        top = max(hour.booked, hour.seats, hour.came if hour.hour <= drawn.clock else 0)
        axes.text(
            hour.hour + _WIDTH / 2, top * 1.03, hour.usual, ha="center", va="bottom", font=_font("Regular"), size=7.5,
            color=_SOFT,
        )  # fmt: skip
    over = [hour for hour in drawn.hours if hour.hour <= drawn.clock]
    centres, came = [hour.hour + _WIDTH / 2 for hour in over], [hour.came for hour in over]
    axes.plot(centres, came, "o-", color=_INK, linewidth=1, markersize=4, label=drawn.came)
    axes.margins(y=0.12)


def _now_line(axes: Any, drawn: _Drawn) -> None:
    hours = [hour.hour for hour in drawn.hours]
    if hours and hours[0] <= drawn.clock <= hours[-1] + 1:
        axes.axvline(drawn.clock, color=_INK, linestyle=":", linewidth=1)
        top = axes.get_ylim()[1]
        axes.text(drawn.clock, top, f" {drawn.now}", va="top", font=_font("Regular"), size=8, color=_INK)


def _scales(axes: Any, drawn: _Drawn) -> None:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    edges = sorted({edge for hour in drawn.hours for edge in (hour.hour, hour.hour + 1)})
    axes.set_xticks(edges, [f"{edge:02}:00" for edge in edges], font=_font("Regular"), size=8)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_ylim(bottom=0)
    axes.set_title(drawn.title, font=_font("Bold"), size=13, color=_INK, loc="left")
    axes.set_ylabel(drawn.axis, font=_font("Regular"), size=9, color=_SOFT)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    for label in axes.get_yticklabels():
        label.set(font=_font("Regular"), size=8)


def _legend(figure: Any, axes: Any, drawn: _Drawn) -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415

    patches = [Patch(color=_COLOURS[load], label=words) for load, words in drawn.legend]
    legend = figure.legend(handles=[*patches, axes.lines[0]], loc="outside lower center", ncols=4, frameon=False)
    for text in legend.get_texts():
        text.set(font=_font("Regular"), size=9)


@cache
def _font(weight: str) -> Any:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return FontProperties(fname=str(_FONTS / f"NotoSans-{weight}.ttf"))

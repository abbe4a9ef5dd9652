"""How a branch's load is told: now, hour by hour, and where it is quieter, with the reason."""

from bot.domain.queue.load import WaitRange
from bot.services.queue.texts import both
from bot.services.reception.load import BranchLoad, HourLoad, Quieter
from bot.texts import TextRef, Value


def load_now_text(load: BranchLoad) -> TextRef:
    """Tell how busy it is at this moment; where nothing is known, that."""
    if load.now is None:
        return TextRef("load-now-unknown")
    told: dict[str, Value] = {"load": word(load.now), "waiting": load.waiting}
    return TextRef("load-now", {**told, **minutes(load.now)})


def load_hours_text(load: BranchLoad) -> str | TextRef:
    """Tell each hour in a line of its own; nothing for a closed day."""
    lines: str | TextRef = ""
    for hour in reversed(load.hours):
        lines = TextRef("load-hour", {"hours": span(hour.hour), "told": _hour_text(hour), "more": lines})
    return lines


def quieter_text(load: BranchLoad) -> str | TextRef:
    """Tell each quieter way with what it saves; nothing where none saves enough."""
    lines: str | TextRef = ""
    for each in reversed(load.quieter):
        told = {"wait": TextRef("load-minutes", minutes(each.wait)), "saves": each.saves, "more": lines}
        if each.hour is not None:
            lines = TextRef("load-quieter-hour", {**told, "hours": span(each.hour)})
        elif each.km is None:
            lines = TextRef("load-quieter-branch", {**told, "branch": both(each.place.branch.names)})
        else:
            near = {"branch": both(each.place.branch.names), "km": round(each.km, 1)}
            lines = TextRef("load-quieter-near", {**told, **near})
    return lines


def quieter_button(each: Quieter) -> TextRef:
    """Name the way to a quieter hour or branch."""
    if each.hour is not None:
        return TextRef("load-go-hour", {"hours": span(each.hour)})
    return TextRef("load-go-branch", {"branch": both(each.place.branch.names)})


def word(wait: WaitRange) -> TextRef:
    """Say quiet, normal or busy."""
    return TextRef(f"load-{wait.load.value}")


def minutes(wait: WaitRange) -> dict[str, Value]:
    """Return the ends of the range, as the texts name them."""
    return {"low": wait.low, "high": wait.high}


def span(hour: int) -> str:
    """Return an hour of the day as «15:00–16:00»."""
    return f"{hour:02}:00–{hour + 1:02}:00"


def _hour_text(hour: HourLoad) -> TextRef:
    load = TextRef(f"load-{hour.load.value}")
    if hour.usual is None:
        return TextRef("load-hour-booked", {"load": load, "booked": hour.booked, "seats": hour.seats})
    return TextRef("load-hour-usual", {"load": load, **minutes(hour.usual)})

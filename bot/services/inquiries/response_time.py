"""How long an answer may take: the place in line, what the last ones took, when the duty people begin."""

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from bot.data_files import read_toml
from bot.domain.inquiries import Inquiry, InquiryKind
from bot.services.calendar import calendar, moment, today
from bot.services.work import Services
from bot.texts import COUNTRY_ZONE, zone
from storage import inquiries as store
from storage.engine.database import Transaction

_LEAST = 5
"""From so many answers on something is said about how long they took."""


class DutyHours(BaseModel):
    """When the duty people answer, on working days."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    opens: time = Field(alias="from")
    closes: time = Field(alias="until")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may be told: how many are before, minutes that the middle half of the last answers took, and when the
    people begin (None: they are there)."""

    ahead: int
    minutes: tuple[int, int] | None
    begins: int | None


@cache
def duty_hours() -> DutyHours:
    """Return the hours of ``data/inquiries/duty.toml``."""
    return DutyHours.model_validate(read_toml("inquiries/duty.toml"))


async def outlook(services: Services, inquiry: Inquiry) -> Outlook:
    """Return what may be told about an inquiry that was just sent."""
    async with services.db.read() as reader:
        ahead = await store.ahead(reader, inquiry)
        minutes = await _usual(reader, inquiry.kind)
    begins = next_duty(services.now) if inquiry.kind is InquiryKind.QUESTION else None
    return Outlook(ahead, minutes, begins)


def next_duty(now: int) -> int | None:
    """Return when the duty people begin, or None while they are there."""
    hours, local = duty_hours(), datetime.fromtimestamp(now, zone(COUNTRY_ZONE))
    day = today(now)
    if calendar().is_working_day(day) and local.time() < hours.closes:
        return moment(day, hours.opens) if local.time() < hours.opens else None
    return moment(_next_working(day), hours.opens)


def _next_working(day: date) -> date:
    return calendar().add_working_days(day, 1)


async def _usual(tx: Transaction, kind: InquiryKind) -> tuple[int, int] | None:
    waited = sorted(await store.waits(tx, kind))
    if len(waited) < _LEAST:
        return None
    low, high = waited[len(waited) // 4], waited[len(waited) * 3 // 4]
    return max(1, low // 60), max(1, -(-high // 60))

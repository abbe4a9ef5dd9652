"""Inquiries nobody answers: their chat is reminded, then the duty chat and the person are told (the terms are ours)."""

from datetime import time

from bot.callbacks import InquiryCallback
from bot.domain.errors import Refusal
from bot.domain.inquiries import LATE_DAYS, REMIND_DAYS, Inquiry, InquiryKind
from bot.services.calendar import END_OF_WORK, calendar, moment, today
from bot.services.inquiries.handling import escalate
from bot.services.inquiries.routing import route, tell_author
from bot.services.notifications import NotificationButton, notification
from bot.services.work import Services
from bot.texts import LocalDateTime, TextRef
from storage import inquiries as store
from storage import reminders
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

_MORNING = time(9)
_REMIND, _LATE = "remind", "late"


async def set_inquiry_alarms(services: Services, tx: Transaction, inquiry: Inquiry) -> None:
    """Plan them for the mornings of the next working days; thanks need no answer."""
    if inquiry.kind is InquiryKind.THANKS:
        return
    days = {
        kind: calendar().add_working_days(today(services.now), count)
        for kind, count in ((_REMIND, REMIND_DAYS), (_LATE, LATE_DAYS))
    }
    planned = [(kind, moment(day, _MORNING), moment(day, END_OF_WORK)) for kind, day in days.items()]
    await reminders.plan(tx, inquiry.subject, 0, planned)


async def compose_inquiry_alarm(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    """Return what its chat is told; None once it was answered, closed or erased, or while no chat serves it."""
    inquiry_id = reminder.subject.number
    try:
        inquiry = await store.load(tx, services.encryption, inquiry_id)
    except Refusal:
        return None
    if inquiry.answered_at is not None or inquiry.closed_at is not None or inquiry.staff_chat is None:
        return None
    if reminder.kind == _LATE:
        await tell_author(services, tx, inquiry, "inquiry-late", {}, _LATE)
        inquiry = await _spoken_of_to_duty(services, tx, inquiry)
    return _to_staff(inquiry, reminder.kind, inquiry.staff_chat or 0)


async def _spoken_of_to_duty(services: Services, tx: Transaction, inquiry: Inquiry) -> Inquiry:
    """What nobody took is moved to the duty chat; of what somebody holds it is told."""
    if inquiry.owner is None:
        await escalate(services, tx, inquiry)
        return await store.load(tx, services.encryption, inquiry.id)
    duty = await route(tx, inquiry, duty_first=True)
    if duty is not None and duty != inquiry.staff_chat:
        await services.enqueue(tx, _to_staff(inquiry, "duty", duty))
    return inquiry


def _to_staff(inquiry: Inquiry, kind: str, chat_id: int) -> OutboxMessage:
    take = NotificationButton("inquiry-button-take", InquiryCallback("take", inquiry.id, inquiry.version))
    owner = TextRef("staff-owner", {"name": inquiry.owner_name}) if inquiry.owner_name else TextRef("staff-nobody")
    told = {
        "number": inquiry.code,
        "kind": TextRef(f"inquiry-kind-{inquiry.kind}"),
        "since": LocalDateTime(inquiry.created_at),
        "owner": owner,
    }
    return notification(
        f"{inquiry.subject}:{kind}:staff",
        chat_id,
        "inquiry-unanswered",
        told,
        buttons=[] if inquiry.owner else [[take]],
        subject=inquiry.subject,
    )

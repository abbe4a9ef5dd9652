"""What a step left unfinished is called on its button; one that is over by now has no button."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.cases.case import AID
from bot.domain.errors import Refusal
from bot.domain.inquiries import InquiryKind
from bot.domain.payment_applications import PaymentApplicationState
from bot.forms.estimate import next_open
from bot.services.applications.drafts import find_draft
from bot.services.branches.directory import place
from bot.services.cases.viewing.queries import own_case_of
from bot.services.eligibility import open_estimate
from bot.services.payment_applications.form import open_form
from bot.services.queue.hold import held_seat
from bot.services.queue.queries import open_booking_of
from bot.texts import LocalDateTime, TextRef
from dialogs.applications.data import ApplicationData
from dialogs.cases.data import CaseData
from dialogs.inquiries.data import InquiryData
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.queue.data import QueueData
from dialogs.states import Inquiries
from dialogs.unfinished.flows import FlowKind
from dialogs.unfinished.steps import Step

_PLAIN = {
    FlowKind.WAITING: TextRef("unfinished-waiting"),
    FlowKind.PAYMENT: TextRef("unfinished-payment"),
    FlowKind.CLIENT: TextRef("unfinished-client"),
    FlowKind.TAKEOVER: TextRef("unfinished-takeover"),
    FlowKind.WITHDRAWAL: TextRef("unfinished-withdrawal"),
    FlowKind.QUIZ: TextRef("unfinished-quiz"),
}
_OPEN = frozenset({PaymentApplicationState.DRAFT, PaymentApplicationState.CORRECTION})


async def label_of(manager: DialogManager, step: Step) -> TextRef | None:
    """Return the button's words; None when there is nothing to continue any more."""
    try:
        match step.kind:
            case FlowKind.BOOKING | FlowKind.MOVE:
                return await _seat(manager, step)
            case FlowKind.APPLICATION:
                return await _application(manager, step)
            case FlowKind.PAYMENT_APPLICATION:
                return await _payment_application(manager, step)
            case FlowKind.ELIGIBILITY:
                estimate = await open_estimate(services_of(manager), context_of(manager).user_id)
                done = next_open(estimate.answers, estimate.quarter) is None
                return None if done else TextRef("unfinished-eligibility")
            case FlowKind.ANSWER:
                user_id, case_id = context_of(manager).user_id, int(step.known[CaseData.case.key])
                case = await own_case_of(services_of(manager), case_id, user_id)
                return TextRef("unfinished-answer", {"code": case.code})
            case FlowKind.INQUIRY:
                return _inquiry(step)
            case _:
                return _PLAIN[step.kind]
    except (Refusal, LookupError, TypeError, ValueError):
        return None


async def held_until(manager: DialogManager) -> int | None:
    """Return until when the person's seat is kept; None when it is not, or not any more."""
    services = services_of(manager)
    held = await held_seat(services, context_of(manager).user_id)
    return held.hold_until if held is not None and held.hold_until > services.now else None


async def _seat(manager: DialogManager, step: Step) -> TextRef:
    services, move = services_of(manager), step.known.get(QueueData.move.key)
    if move is not None:
        await open_booking_of(services, context_of(manager).user_id, move)
    if not step.is_holding:
        return TextRef("unfinished-booking" if move is None else "unfinished-move")
    until = await held_until(manager)
    if until is None:
        return TextRef("unfinished-booking-lapsed" if move is None else "unfinished-move-lapsed")
    where = await place(services, step.known[QueueData.branch.key])
    held = {"until": LocalDateTime(until, where.zone, "time")}
    return TextRef("unfinished-booking-held" if move is None else "unfinished-move-held", held)


async def _application(manager: DialogManager, step: Step) -> TextRef | None:
    service = step.known.get(ApplicationData.service.key, AID)
    draft = await find_draft(services_of(manager), context_of(manager).user_id, service)
    return _progress("unfinished-application", draft.progress) if draft else None


async def _payment_application(manager: DialogManager, step: Step) -> TextRef | None:
    application_id = step.known[PaymentApplicationData.application.key]
    filled = await open_form(services_of(manager), context_of(manager).user_id, application_id)
    if filled.application.state not in _OPEN:
        return None
    return _progress("unfinished-payment-application", filled.progress)


def _progress(key: str, progress: tuple[int, int]) -> TextRef:
    answered, total = progress
    return TextRef(key, {"answered": str(answered), "total": str(total)})


def _inquiry(step: Step) -> TextRef:
    if step.state == Inquiries.more.state:
        return TextRef("unfinished-inquiry-more")
    return TextRef(f"unfinished-inquiry-{InquiryKind(step.known.get(InquiryData.kind.key, InquiryKind.QUESTION))}")

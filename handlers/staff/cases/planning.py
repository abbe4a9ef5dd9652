"""Plan and contract: measures typed by the specialist, printed, looked at, sent."""

from aiogram.types import BufferedInputFile

from bot.context import UpdateContext
from bot.domain.cases.case import Case
from bot.domain.cases.measures import Measure, read_measure
from bot.domain.errors import InvalidInput
from bot.domain.text_input import parse_text
from bot.printing.plan_contract import print_plan
from bot.services.calendar import today
from bot.services.cases.drafts import end_draft
from bot.services.cases.plan.sending import attached_plan, draft_plan, send_plan
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.mime import PDF
from bot.texts import LocalDate, TextRef, Value
from dialogs.cases.answer import download
from handlers.staff.cases.card import region_name
from handlers.staff.cases.drafts import confirming, replace_drafts
from handlers.staff.cases.finding import Reply
from handlers.staff.cases.press import CasePress, prompt
from handlers.staff.context import StaffContext

_LIMIT = 3000
_MEASURES = 15
_MEASURE_LIMIT = 300
"""A measure is shown whole in captions, which are short."""
_MEASURE_START = 40


async def plan_prompt(press: CasePress) -> None:
    """Ask for the measures."""
    await press.answer()
    await prompt(press, "plan", "staff-plan-prompt", code=press.item.code)


async def plan_told(reply: Reply, context: UpdateContext) -> None:
    """Show the plan before it goes out: printed from the measures, or the specialist's own PDF with them beneath."""
    attached = await _attached(reply)
    lines = [line.strip(" -•–") for line in parse_text(reply.text, max_length=_LIMIT).splitlines()]
    measures = [line for line in lines if line]
    if len(measures) > _MEASURES:
        raise InvalidInput("list-long", max=_MEASURES)
    for measure in measures:
        if len(measure) > _MEASURE_LIMIT:
            raise InvalidInput("measure-long", max=_MEASURE_LIMIT, start=measure[:_MEASURE_START])
    read = [read_measure(measure, today(reply.services.now)) for measure in measures]
    for each in read:
        if each.impossible:
            raise InvalidInput("measure-day", day=each.impossible, start=each.title[:_MEASURE_START])
    drafted = await draft_plan(
        reply.services,
        key=context.key("plan"),
        application_id=reply.case.id,
        actor=context.user_id,
        measures=measures,
        attached=attached,
    )
    confirm = [
        [("staff-button-send-plan", "plan_send", str(drafted.seq))],
        [("staff-button-cancel-plan", "plan_no", "")],
    ]
    days = [_days(no, measure) for no, measure in enumerate(read, 1)]
    shown = [TextRef("staff-plan-confirm", {"code": reply.case.code}), *days]
    sent = await reply.message.reply_document(
        BufferedInputFile(attached or await _printed(reply, reply.case, measures), f"{reply.case.code}-plan.pdf"),
        caption="\n".join(reply.html(words.key, **words.args) for words in shown),
        reply_markup=reply.markup(confirm),
    )
    await replace_drafts(reply, reply.case.id, sent.message_id)


def _days(no: int, measure: Measure) -> TextRef:
    """Return the days read of a measure: reminders and «late» follow them."""
    told: dict[str, Value] = {"no": str(no)}
    if measure.begins:
        told["begins"] = LocalDate.of(measure.begins)
    if measure.due is None:
        return TextRef("staff-plan-begins" if measure.begins else "staff-plan-no-day", told)
    return TextRef(
        "staff-plan-term" if measure.begins else "staff-plan-due", {**told, "due": LocalDate.of(measure.due)}
    )


async def plan_send(press: CasePress) -> None:
    """Send it."""
    seq = int(press.arg)
    measures, attached = await attached_plan(press.services, press.item, seq)
    async with confirming(press):
        await send_plan(
            press.services,
            key=press.context.key("plan-send"),
            application_id=press.item.id,
            actor=press.actor,
            seq=seq,
            printed=attached or await _printed(press, press.item, measures),
            staff_message=press.message.message_id,
        )
    await press.done()
    await press.replace_caption("staff-plan-sent", code=press.item.code)


async def plan_no(press: CasePress) -> None:
    """Do not send it."""
    await end_draft(press.services, press.chat.chat_id, press.message.message_id)
    await press.answer()
    await press.replace_caption("staff-cancelled")


async def _printed(staff: StaffContext, case: Case, measures: list[str]) -> bytes:
    return await print_plan(
        case, measures, staff.texts, region=region_name(case, case.language), now=staff.services.now
    )


async def _attached(reply: Reply) -> bytes | None:
    if reply.message.text is not None:
        return None
    content = (await download(reply.bot, reply.message)).content
    if (await inspect_page(reply.services, content)).media_type != PDF:
        raise InvalidInput("plan-pdf")
    return content

"""Extend the term: the reason as a reply to the bot's prompt."""

from bot.context import UpdateContext
from bot.domain.text_input import parse_text
from bot.services.cases.extend_deadline import extend_deadline, require_deadline_extendable
from bot.texts import LocalDate
from handlers.staff.cases.finding import Reply
from handlers.staff.cases.press import CasePress, prompt

_LIMIT = 1000


async def extend_deadline_prompt(press: CasePress) -> None:
    """Ask for the reason."""
    await require_deadline_extendable(press.services, press.item.id, press.actor)
    await press.answer()
    await prompt(press, "extend", "staff-extend-prompt", code=press.item.code)


async def extend_deadline_told(reply: Reply, context: UpdateContext) -> None:
    """Extend, and say until when; the sign of delivery is put on the specialist's message."""
    done = await extend_deadline(
        reply.services,
        key=context.key("extend"),
        application_id=reply.case.id,
        actor=context.user_id,
        reason=parse_text(reply.text, min_length=3, max_length=_LIMIT),
        staff_message=reply.message.message_id,
    )
    by = LocalDate.of(done.by)
    await reply.message.reply(reply.html("staff-extended", code=reply.case.code, by=by))

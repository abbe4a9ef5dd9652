"""Ask: what the question is about, then its words as a reply to the bot's prompt."""

from bot.context import UpdateContext
from bot.domain.cases.case import AID
from bot.domain.text_input import parse_text
from bot.services.cases.questions.asking import ITEMS, ITEMS_OF_SERVICES, answered_by_phone, ask_applicant
from bot.texts import TextRef
from handlers.staff.cases.finding import Reply
from handlers.staff.cases.press import CasePress, prompt

TEXT_LIMIT = 2000


async def ask_menu(press: CasePress) -> None:
    """Show what can be asked about."""
    rows = [
        [(f"staff-item-{item}", "item", item)] for item in (ITEMS if press.item.service == AID else ITEMS_OF_SERVICES)
    ]
    await press.answer()
    rows.append([("staff-button-reshoot", "reshoot_which", "")])
    await press.show_buttons(press.markup([*rows, [("staff-button-back", "back", "")]]))


async def ask_prompt(press: CasePress) -> None:
    """Ask for the question's words."""
    await press.answer()
    item = press.arg
    await prompt(press, f"ask:{item}", "staff-ask-prompt", code=press.item.code, item=TextRef(f"staff-item-{item}"))


async def asked(reply: Reply, context: UpdateContext, item: str) -> None:
    """Send the question; the sign of its delivery is put on the specialist's message."""
    await ask_applicant(
        reply.services,
        key=context.key("ask"),
        application_id=reply.case.id,
        actor=context.user_id,
        item=item,
        text=parse_text(reply.text, max_length=TEXT_LIMIT),
        staff_message=reply.message.message_id,
    )


async def phone_done(press: CasePress) -> None:
    """Record that the open question was answered by phone."""
    await answered_by_phone(
        press.services, key=press.context.key("phone"), application_id=press.item.id, actor=press.actor
    )
    await press.done()

"""Ask: what the question is about, then its words as a reply to the bot's prompt."""

from bot.context import UpdateContext
from bot.domain.cases.case import AID
from bot.domain.text_input import parse_text
from bot.services.cases.common import require_owner
from bot.services.cases.questions.asking import ITEMS, ITEMS_OF_SERVICES, ask_applicant
from bot.texts import TextRef
from handlers.staff.cases.callback_context import CaseCallbackContext, set_keyboard
from handlers.staff.cases.reply import Reply

TEXT_LIMIT = 2000


async def ask_menu(press: CaseCallbackContext) -> None:
    """Show what can be asked about."""
    require_owner(press.case, press.context.user_id)
    rows = [
        [(f"staff-item-{item}", "item", item)] for item in (ITEMS if press.case.service == AID else ITEMS_OF_SERVICES)
    ]
    await press.answer()
    rows.append([("staff-button-reshoot", "reshoot_which", "")])
    await set_keyboard(press, press.markup([*rows, [("staff-button-back", "back", "")]]))


async def ask_prompt(press: CaseCallbackContext) -> None:
    """Ask for the question's words."""
    require_owner(press.case, press.context.user_id)
    await press.answer()
    item = press.press.arg
    await press.prompt(f"ask:{item}", "staff-ask-prompt", code=press.case.code, item=TextRef(f"staff-item-{item}"))


async def asked(reply: Reply, context: UpdateContext, item: str) -> None:
    """Send the question; the sign of its delivery is put on the specialist's message."""
    await ask_applicant(
        reply.desk.services,
        key=context.key("ask"),
        application_id=reply.case.id,
        actor=context.user_id,
        item=item,
        text=parse_text(reply.text, max_length=TEXT_LIMIT),
        staff_message=reply.message.message_id,
    )

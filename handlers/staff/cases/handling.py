"""What one press does with a case: taken, given back to the chat, passed to the duty chat, its check ended, closed."""

from bot.domain.cases.states import LIVE_CASE_STATES
from bot.services.cases.deciding.documents_ok import finish_check
from bot.services.cases.owner.assignment import pass_to_duty, release_case, take_case
from bot.services.cases.transitions import close_case
from handlers.staff.cases.press import CasePress


async def take(press: CasePress) -> None:
    """Take it."""
    await take_case(
        press.services,
        key=press.context.key("take"),
        application_id=press.item.id,
        actor=press.actor,
        name=press.name,
    )
    await press.answer(press.plain("staff-taken", code=press.item.code))


async def reassign_menu(press: CasePress) -> None:
    """Show whom it can be given to."""
    rows = [[("staff-button-release", "release", "")]]
    if press.item.state in LIVE_CASE_STATES and press.chat.role != "duty":
        rows.append([("staff-button-duty", "duty", "")])
    await press.answer()
    await press.show_buttons(press.markup([*rows, [("staff-button-back", "back", "")]]))


async def release(press: CasePress) -> None:
    """Give it back to everybody in the chat."""
    await release_case(
        press.services,
        key=press.context.key("release"),
        application_id=press.item.id,
        actor=press.actor,
        name=press.name,
        is_chief=press.is_chief,
    )
    await press.done()


async def pass_on(press: CasePress) -> None:
    """Pass it to the duty chat."""
    passed = await pass_to_duty(
        press.services,
        key=press.context.key("duty"),
        application_id=press.item.id,
        actor=press.actor,
        name=press.name,
        is_chief=press.is_chief,
    )
    await press.done()
    await press.replace_text("staff-passed", code=press.item.code, chat=passed.chat)


async def papers_in_order(press: CasePress) -> None:
    """Record that the papers are in order."""
    await finish_check(
        press.services,
        key=press.context.key("checked"),
        application_id=press.item.id,
        actor=press.actor,
        staff_message=press.message.message_id,
    )
    await press.done()


async def close(press: CasePress) -> None:
    """Close a decided case."""
    await close_case(press.services, key=press.context.key("close"), application_id=press.item.id, actor=press.actor)
    await press.done()

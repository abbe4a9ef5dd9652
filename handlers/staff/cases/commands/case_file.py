"""`/file NUMBER`: the whole file of a case, for its owner or whoever administers the chat."""

from bot.domain.work_items import require_owner_or_chief
from bot.services.cases.viewing.case_file import ask_case_file
from handlers.staff.cases.finding import find_case_here
from handlers.staff.commands import StaffCommand


async def ask_file(command: StaffCommand) -> None:
    """Have the file printed; it comes as a message of its own."""
    if not command.args:
        await command.reply("staff-file-how")
        return
    case = await find_case_here(command.services, command.args, command.chat)
    if not await command.services.has_acted(command.context.update):
        require_owner_or_chief(case, command.actor, is_chief=command.is_chief)
    await ask_case_file(
        command.services,
        key=command.context.key("case-file"),
        case=case,
        actor=command.actor,
        chat_id=command.chat.chat_id,
        thread_id=command.message.message_thread_id,
    )
    await command.reply("case-file-coming")

"""`/withdraw` as a reply to words that went to the person: they are taken back."""

from bot.domain.errors import Refusal
from bot.services.cases.messages.send_message import retract_message
from handlers.staff.cases.finding import known_reply, replied_to
from handlers.staff.commands import StaffCommand


async def retract(command: StaffCommand) -> None:
    """Take the words back; a question is not: it is corrected."""
    services = command.services
    known = await known_reply(services, command.message)
    if known is not None and known[1].startswith("question:"):
        raise Refusal("question-unsays")
    case_id, word = await replied_to(services, command.message, "word", "withdraw-how")
    await retract_message(
        services, key=command.context.key("unsay"), application_id=case_id, actor=command.actor, word=word
    )
    await command.reply("staff-word-withdrawn")

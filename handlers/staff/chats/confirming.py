"""``/verify``: a clerk has an identity card before them and confirms that the ИИН is of the account with the code."""

from aiogram import Router

from bot.domain.errors import InvalidInput
from bot.services.iin_proofs.confirming import confirm_by_staff
from handlers.staff.commands import StaffCommand, command_router, in_chat_of
from handlers.staff.reception.access import QUEUE

_SERVING_PEOPLE = in_chat_of(QUEUE, "aid", "state_corp", "duty", otherwise="proof-chat")
"""Whoever meets people face to face: not those who hand in registries."""


def confirming_router() -> Router:
    """Build the router."""
    return command_router("confirming", {"verify": _verify}, _SERVING_PEOPLE)


async def _verify(command: StaffCommand) -> None:
    match command.args.split(maxsplit=2):
        case [code, digits, reason]:
            pass
        case _:
            raise InvalidInput("proof-how")
    confirmed = await confirm_by_staff(
        command.services,
        key=command.context.key("verify"),
        actor=command.actor,
        code=code,
        digits=digits,
        reason=reason,
    )
    await command.reply("proof-confirmed", iin=confirmed.iin)

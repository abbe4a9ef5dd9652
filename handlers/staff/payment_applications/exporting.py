"""``/export`` in the chat of payments: accepted applications as a registry's file, once; ``/export N`` again."""

from aiogram import Router
from aiogram.types import BufferedInputFile

from bot.services.payment_applications.export import export_accepted, print_export
from handlers.staff.commands import StaffCommand, command_router, in_chat_of


def exporting_router() -> Router:
    """Build the router."""
    return command_router("exports", {"export": _export}, in_chat_of("payments", "duty"))


async def _export(command: StaffCommand) -> None:
    services = command.services
    if command.args.strip().isdecimal():
        made = await print_export(services, int(command.args), command.actor)
        caption = command.html("intake-export", rows=made.rows)
        await command.message.reply_document(BufferedInputFile(made.content, made.name), caption=caption)
        return
    exports = await export_accepted(
        services,
        key=command.context.key("export"),
        actor=command.actor,
        name=command.name,
        chat_id=command.chat.chat_id,
    )
    await command.reply("intake-exporting" if exports else "intake-export-none")

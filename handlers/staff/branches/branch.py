"""Which ЦОН's reception the chat serves: chosen by an administrator by part of a name (``/branch Жандосов``)."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import BranchCallback
from bot.domain.errors import Refusal
from bot.runtime.redrawing.edits import edited
from bot.services.branches.directory import Place, place
from bot.services.branches.search import find_branches
from bot.services.queue.texts import both
from bot.services.reception.chat import set_reception
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.commands import StaffCommand
from handlers.staff.reception.access import at_reception

_SHOWN = 12


async def choose(command: StaffCommand) -> None:
    """Show the places with these words, as buttons."""
    _require_admin(command)
    found = await find_branches(command.services, command.chat.region, command.args)
    if not found:
        await command.reply("desk-branch-none")
        return
    rows = [[_button(place, command)] for place in found[:_SHOWN]]
    key = "desk-branch-more" if len(found) > _SHOWN else "desk-branch-choose"
    await command.message.reply(command.html(key), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


def _button(place: Place, command: StaffCommand) -> InlineKeyboardButton:
    words = command.plain("desk-branch-item", city=both(place.branch.city), name=both(place.branch.names))
    return InlineKeyboardButton(text=words[:64], callback_data=BranchCallback(branch_id=place.id).pack())


async def _chosen(press: ChatPress[BranchCallback]) -> None:
    branch_id = press.data.branch_id
    await set_reception(press.services, chat_id=press.chat.chat_id, branch_id=branch_id)
    await press.answer()
    chosen = await place(press.services, branch_id)
    if press.message is not None:
        await edited(press.message.edit_text(press.html("desk-branch-set", name=both(chosen.branch.names))))


async def _is_admins(press: ChatPress[BranchCallback]) -> None:
    _require_admin(press)


def _require_admin(here: StaffCommand | ChatPress[BranchCallback]) -> None:
    if here.actor not in here.services.settings.admin_ids:
        raise Refusal("admins-only")


PLACES = ChatButtons(BranchCallback, (ChatAction("", _chosen),), at_reception, _is_admins)

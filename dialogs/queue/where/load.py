"""How busy the branch is: now, by hour, as a picture; a quieter hour or branch is offered, never chosen for anybody."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.context import context_of, say, services_of, texts_of
from bot.domain.queue.load import WaitRange
from bot.printing.load_picture import load_picture
from bot.services.branches import directory
from bot.services.queue.texts import both
from bot.services.reception.load import BranchLoad, HourLoad, Quieter, branch_load
from bot.services.reception.load_texts import load_hours_text, load_now_text, quieter_button, quieter_text
from bot.services.reception.ordering import local_day
from dialogs.queue.data import QueueData, books_there, chosen_place, looked_for
from dialogs.queue.samples import BESIDE, ON_DUTY, sample_place
from dialogs.queue.when.time import part_of_day
from dialogs.queue.where.searching import go_to
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _read(manager: DialogManager) -> BranchLoad:
    return await branch_load(services_of(manager), await chosen_place(manager), looked_for(manager))


async def _load(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    load = await _read(dialog_manager)
    return _shown(load, books=looked_for(dialog_manager) is not None and books_there(dialog_manager, load.place))


def _shown(load: BranchLoad, *, books: bool) -> Shown:
    ways = [each for each in load.quieter if each.hour is None or books]
    return {
        "branch": both(load.place.branch.names),
        "now": load_now_text(load),
        "hours": load_hours_text(load),
        "quieter": quieter_text(load),
        "ways": [(_way(each), quieter_button(each)) for each in ways],
    }


def _previews() -> Iterator[Shown]:
    place, long, short = sample_place(), WaitRange(35, 50), WaitRange(5, 10)
    hours = [HourLoad(hour, hour, 20, hour, long if hour % 2 else None) for hour in range(9, 20)]
    quieter = [
        Quieter(place, 15, short, 25),
        Quieter(sample_place(ON_DUTY), None, short, 25),
        Quieter(sample_place(BESIDE), None, short, 25, 2.4),
    ]
    yield _shown(BranchLoad(place, long, 12, hours, quieter), books=True)
    yield _shown(BranchLoad(place, short, 0, hours, quieter), books=False)
    yield _shown(BranchLoad(place, None, 0, (), ()), books=True)


def _way(each: Quieter) -> str:
    return f"h{each.hour}" if each.hour is not None else f"b{each.place.id}"


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, way: str) -> None:
    if way.startswith("b"):
        await go_to(manager, await directory.place(services_of(manager), int(way[1:])))
        return
    data = QueueData(manager)
    data.day = local_day(await chosen_place(manager), services_of(manager).now)
    data.part = part_of_day(int(way[1:]))
    await manager.switch_to(Queue.time)


async def _picture(event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if not isinstance(event.message, Message):
        return
    load = await _read(manager)
    content = await load_picture(
        load, texts=texts_of(manager), language=context_of(manager).language, now=services_of(manager).now
    )
    file = BufferedInputFile(content, "load.png")
    await event.message.answer_photo(file, caption=say(manager, "load-picture-caption"))
    manager.show_mode = ShowMode.SEND


load_window = screen(
    I18nText("load-screen"),
    Column(Select(ItemText(), id="w", item_id_getter=lambda item: item[0], items="ways", on_click=_chosen)),
    Button(ButtonText("load-picture"), id="picture", on_click=_picture),
    state=Queue.load,
    getter=_load,
    previews=_previews,
    beside_home=Queue.place,
)

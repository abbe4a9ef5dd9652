"""Taking a place in the ЦОН queue: what for, where, when, for whom, check, ticket (product Q1–Q4)."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from dialogs.queue.branch import branch_window
from dialogs.queue.check import check_window
from dialogs.queue.city import city_window
from dialogs.queue.day import day_window
from dialogs.queue.done import done_window
from dialogs.queue.explained import explained_window
from dialogs.queue.found import found_window
from dialogs.queue.iin import iin_window
from dialogs.queue.limit import limit_window
from dialogs.queue.load import load_window
from dialogs.queue.near import near_window
from dialogs.queue.nearby import nearby_window
from dialogs.queue.offered import offered_window
from dialogs.queue.place import place_window
from dialogs.queue.region import region_window
from dialogs.queue.relation import relation_window
from dialogs.queue.second import second_window
from dialogs.queue.section import section_window
from dialogs.queue.service import service_window
from dialogs.queue.taken import taken_window
from dialogs.queue.time import time_window
from dialogs.queue.wait import wait_window
from dialogs.queue.whom import whom_window


def queue_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(
        section_window,
        service_window,
        explained_window,
        region_window,
        found_window,
        near_window,
        nearby_window,
        city_window,
        branch_window,
        place_window,
        load_window,
        offered_window,
        second_window,
        day_window,
        time_window,
        taken_window,
        whom_window,
        relation_window,
        iin_window,
        limit_window,
        check_window,
        done_window,
        wait_window,
        on_start=_begin,
    )


async def _begin(start_data: Any, manager: DialogManager) -> None:
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)

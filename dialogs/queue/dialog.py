"""The windows of booking, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.queue.check import check_window
from dialogs.queue.done import done_window
from dialogs.queue.what.explained import explained_window
from dialogs.queue.what.second import second_window
from dialogs.queue.what.section import section_window
from dialogs.queue.what.service import service_window
from dialogs.queue.when.day import day_window
from dialogs.queue.when.seat_taken import taken_window
from dialogs.queue.when.time import time_window
from dialogs.queue.when.wait import wait_window
from dialogs.queue.where.branch import branch_window
from dialogs.queue.where.city import city_window
from dialogs.queue.where.found import found_window
from dialogs.queue.where.load import load_window
from dialogs.queue.where.near import near_window
from dialogs.queue.where.nearby import nearby_window
from dialogs.queue.where.offered import offered_window
from dialogs.queue.where.place import place_window
from dialogs.queue.where.region import region_window
from dialogs.queue.whom.iin import iin_window
from dialogs.queue.whom.limit import limit_window
from dialogs.queue.whom.people import people_window
from dialogs.queue.whom.relation import relation_window
from dialogs.queue.whom.whom import whom_window


def queue_dialog() -> Dialog:
    """Build the dialog of booking."""
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
        people_window,
        check_window,
        done_window,
        wait_window,
        on_start=begin,
    )

"""The history of a case as its person may read it."""

from collections.abc import Sequence

from bot.domain.cases.case import Event
from bot.services.cases.drafts import DRAFTS
from bot.services.cases.messages.send_message import CORRECTED, WITHDRAWN, WORD


def for_the_person(events: Sequence[Event]) -> list[Event]:
    """Return what the person may read: without what staff had only drafted, or said and taken back."""
    taken_back = {event.payload.get("word") for event in events if event.type == WITHDRAWN}
    return [
        event
        for event in events
        if event.type not in DRAFTS
        and not (event.type in {WORD, CORRECTED} and event.payload.get("word") in taken_back)
    ]

"""One citizen who has used everything, without Telegram: whatever table may hold something of a person's, it does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.cli.demo_data import load_demo_data
from bot.domain.inquiries import InquiryKind, NewInquiry
from bot.domain.people.consents import Purpose
from bot.domain.staff_chats import Place, StaffChat
from bot.forms.loading import AID
from bot.services.applications.attachments import Sent, keep_page
from bot.services.cases.transitions import withdraw_case
from bot.services.eligibility import change_estimate
from bot.services.guides.steps import tick_step
from bot.services.iin_proofs.asking import show_own
from bot.services.inquiries.sending import send_inquiry
from bot.services.payment_applications.form import begin_application
from bot.services.payments.check import Proof
from bot.services.payments.subscriptions import follow_payment
from bot.services.privacy.export import collect_my_data
from bot.services.queue.person import name_person
from bot.services.reception.check_in import join_line
from storage import staff_chats
from storage.cases import message_map
from storage.engine.database import Transaction
from storage.payments import look_ups
from tests.support.assistants import becomes_assistant, takes_on
from tests.support.cases.journeys import submitted
from tests.support.consents import consent_to_all
from tests.support.forms.aid import IIN, filled, photo
from tests.support.payments.services import ALIYA, ALIYA_PHONE, Harness
from tests.support.queue.services import QueueHarness, iin_of, joins, open_queue_harness

CITIZEN = 700
CHAT = -1
NUMBER = "D2020000001"
NUMBERS = (ALIYA, iin_of(CITIZEN), iin_of(CITIZEN + 1), IIN)
TOPIC = "🟡 AB3CD4 Әбдіғаппарова Ұ."


@dataclass(slots=True)
class Life:
    """The services it was lived with, and what belongs to the person."""

    queue: QueueHarness
    harness: Harness
    followed: int = 0

    def lookups(self) -> set[str]:
        """Return the hashes by which the person could be found again."""
        encryption = self.queue.services.encryption
        return {
            *(encryption.lookup("iin", number) for number in NUMBERS),
            encryption.lookup("phone", ALIYA_PHONE.value),
            encryption.lookup("number", NUMBER),
            encryption.lookup("topic", TOPIC),
        }


@asynccontextmanager
async def whole_life(folder: Path) -> AsyncIterator[Life]:
    """Live it, up to the point where nothing under way forbids to take the consent back."""
    async with open_queue_harness(folder, desks=3) as queue:
        queue.services = replace(queue.services, settings=replace(queue.services.settings, demo=True))
        life = Life(queue, Harness(queue.services, queue.clock))
        await consent_to_all(queue.services, CITIZEN)
        await load_demo_data(queue.services)
        chat = StaffChat(CHAT, "aid", None, "ru", "АСП", is_forum=True, bound_by=900)
        await queue.services.db.write(lambda tx: staff_chats.bind(tx, chat, queue.services.now))
        await _queue(life)
        await _payments(life)
        await _cases(life)
        await _rest(life)
        yield life


async def _queue(life: Life) -> None:
    """Use the queue: a place booked and one waited for, a number that was typed only, the line joined without
    booking."""
    queue = life.queue
    await queue.books(CITIZEN, queue.at(10))
    await joins(queue, CITIZEN, queue.clock.now().date() + timedelta(days=2))
    other = await name_person(queue.services, CITIZEN, iin_of(CITIZEN + 1), own=False)
    purpose = Purpose.QUEUE
    await show_own(queue.services, key="own", user_id=CITIZEN, person_id=other, phone=None, purpose=purpose)
    await queue.services.db.run([("UPDATE branch SET takes_bookings = 0 WHERE id = ?", (queue.place.id + 1,))])
    await join_line(queue.services, key="line", branch_id=queue.place.id + 1, user_id=CITIZEN, actor=CITIZEN)


async def _payments(life: Life) -> None:
    """Use payments: one followed, which a source was asked about; an application for another one begun."""
    services = life.harness.services
    found = await life.harness.check(CITIZEN, ALIYA, ALIYA_PHONE, "check")
    assert found is not None
    await life.harness.check(CITIZEN, ALIYA, Proof("number", NUMBER), "typed")
    life.followed = found
    await follow_payment(services, found, CITIZEN)
    for number in (ALIYA, iin_of(CITIZEN)):
        lookup = services.encryption.lookup("iin", number)
        await services.db.write(
            lambda tx, lookup=lookup: look_ups.note_asked(tx, lookup, services.now, answered=True)  # type: ignore[misc]
        )
    await begin_application(services, user_id=CITIZEN, programme_id="demo-open", language="kk")


async def _cases(life: Life) -> None:
    """Use cases: one shown in a topic and withdrawn, another one begun; somebody assisted."""
    services = life.harness.services
    case = await submitted(services, CITIZEN, "kk", files=1)

    async def shown(tx: Transaction) -> None:
        name = services.encryption.lookup("topic", TOPIC)
        await message_map.put_place(tx, case.id, Place(CHAT, 7, 70, name))

    await services.db.write(shown)
    await withdraw_case(services, key="withdraw", application_id=case.id, user_id=CITIZEN)
    await filled(services, CITIZEN, "kk")
    await keep_page(services, key="page", user_id=CITIZEN, service=AID, sent=Sent("documents", 1, photo(3)))
    await becomes_assistant(services, CITIZEN, CHAT)
    await takes_on(services, CITIZEN)


async def _rest(life: Life) -> None:
    services = life.harness.services
    complaint = NewInquiry(InquiryKind.COMPLAINT, {"words": "Ұзақ күттім"}, ground="long_queue")
    await send_inquiry(services, key="inquiry", user_id=CITIZEN, new=complaint)
    await change_estimate(services, key="sheet", user_id=CITIZEN, change=lambda kept: {**kept, "region": "710000000"})
    await tick_step(services, CITIZEN, "electronic-signature", 1, done=True)
    await collect_my_data(services, CITIZEN)

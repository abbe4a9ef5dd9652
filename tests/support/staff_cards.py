"""One work item of each kind before its staff, for what holds for every card."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.domain.inquiries import InquiryKind, NewInquiry
from bot.domain.work_items import WorkItem
from bot.services.cases.owner.assignment import take_case
from bot.services.cases.questions.answering import Words, answer_by_text
from bot.services.inquiries.handling import take_inquiry
from bot.services.inquiries.sending import add_to_inquiry, send_inquiry
from bot.services.payment_applications.form import answer_question, begin_application
from bot.services.payment_applications.queries import application_of
from bot.services.payment_applications.review import take_application
from bot.services.payment_applications.routing import tell_staff
from bot.services.payment_applications.submission import submit_to_programme
from bot.services.work import Services
from handlers.staff.cards.card import StaffCard
from handlers.staff.cases.buttons import CASES
from handlers.staff.inquiries.buttons import INQUIRIES
from handlers.staff.payment_applications.buttons import PAYMENT_APPLICATIONS
from tests.support.cases.journeys import OWNER, PATIENCE, Office, open_office, submitted
from tests.support.payment_applications import DEMO, IBAN, IIN
from tests.support.reception.journeys import open_reception_chat
from tests.support.world import Reader, World

CITIZEN, ADDED = 501, "Сұрақ тағы бар"


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind comes to its chat, and what differs in how it is taken and shown."""

    card: StaffCard[Any]
    opens: Callable[[World], Awaitable[Office]]
    makes: Callable[[Services], Awaitable[int]]
    takes: Callable[[Services, int, int], Awaitable[object]]
    card_id: str
    """A query for the id of the card's message."""
    forgets: str
    """Has the card be shown nowhere, as after its group has become another one."""
    adds: Callable[[Services, int], Awaitable[object]]
    """Has something said to the staff about the item."""
    owners: str
    """An action that is its owner's alone, whose button is on the card."""
    passes_on: str | None


@dataclass(slots=True)
class Shown:
    """An item whose card is in its group."""

    world: World
    kind: Kind
    office: Office
    item_id: int

    @property
    def services(self) -> Services:
        """The product's own."""
        return self.world.app.services

    async def now(self) -> WorkItem:
        """Return the item as it is now."""
        item: WorkItem = await self.kind.card.load(self.services, self.item_id)
        return item

    async def card_id(self) -> int | None:
        """Return the id of the message that is its card."""
        row = await self.services.db.one(self.kind.card_id, self.item_id)
        return row["card"] if row else None

    async def take(self, actor: int = OWNER) -> object:
        """Take it by the service."""
        return await self.kind.takes(self.services, self.item_id, actor)

    async def press(self, clerk: Reader, what: str, data: str | None = None, message: int | None = None) -> str:
        """Press on the card, as it was drawn just now or by older data; return what the presser is told."""
        clerk.actor.alerts.clear()
        said = data or self.kind.card.says(await self.now(), what, "")
        on = message or await self.card_id()
        await clerk.actor.does("press", chat_id=clerk.actor.chat_id, message_id=on, data=said)
        await self.world.settles()
        return str(clerk.actor.alerts[-1]) if clerk.actor.alerts else ""

    def buttons(self, message_id: int | None, office: Office | None = None) -> list[str]:
        """Return what the buttons of a message in the group say."""
        shown = (office or self.office).clerk().actor.messages()
        markup = next(each.reply_markup for each in shown if each.message_id == message_id)
        return [str(button.callback_data) for row in markup.inline_keyboard for button in row] if markup else []


async def shown(world: World, kind: Kind) -> Shown:
    """Have a citizen send one; it is shown and free."""
    office = await kind.opens(world)
    await world.citizen(CITIZEN, "kk")
    item = Shown(world, kind, office, await kind.makes(world.app.services))
    async with asyncio.timeout(PATIENCE):
        while await item.card_id() is None or kind.card.keyboard(await item.now(), world.app.texts, "ru") is None:
            await asyncio.sleep(0.05)
    await world.settles()
    return item


async def _case(services: Services) -> int:
    return (await submitted(services, CITIZEN, "ru", files=0)).id


async def _inquiry(services: Services) -> int:
    row = await services.db.one("SELECT branch_id FROM staff_chat WHERE branch_id IS NOT NULL")
    words = {"words": "Кезек тұрмайды", "address": "Абая, 10"}
    new = NewInquiry(InquiryKind.COMPLAINT, words, "long_queue", row["branch_id"] if row else None)
    return await send_inquiry(services, key="send", user_id=CITIZEN, new=new)


async def _application(services: Services) -> int:
    number = await begin_application(services, user_id=CITIZEN, programme_id=DEMO, language="kk")
    answers = {"surname": "Үлгібаева", "name": "Әлия", "patronymic": None, "iin": IIN, "phone": "+77000000001"}
    answers |= {"category": "entrepreneur", "iban": IBAN, "account_owner": "own"}
    for field_id, value in answers.items():
        await answer_question(services, user_id=CITIZEN, application_id=number, field_id=field_id, value=value)
    await submit_to_programme(services, key="submit", user_id=CITIZEN, application_id=number, language="kk")
    return number


async def _tells_of_application(services: Services, item_id: int) -> None:
    application = await application_of(services, item_id)
    told = {"asked": ADDED, "owner": "—"}
    await services.db.write(
        lambda tx: tell_staff(services, tx, application, "intake-desk-corrected", told, dedupe="add")
    )


KINDS = [
    Kind(
        CASES,
        lambda world: open_office(world, "ru"),
        _case,
        lambda services, item_id, actor: take_case(
            services, key=f"take:{actor}", application_id=item_id, actor=actor, name=f"Клерк {actor}"
        ),
        "SELECT card_message_id AS card FROM case_topic WHERE application_id = ?",
        "UPDATE case_topic SET card_message_id = NULL WHERE application_id = ?",
        lambda services, item_id: answer_by_text(
            services, key="add", application_id=item_id, user_id=CITIZEN, words=Words(ADDED, 1)
        ),
        "ask",
        "duty",
    ),
    Kind(
        INQUIRIES,
        lambda world: open_reception_chat(world, "ru"),
        _inquiry,
        lambda services, item_id, actor: take_inquiry(
            services, key=f"take:{actor}", inquiry_id=item_id, actor=actor, name=f"Клерк {actor}"
        ),
        "SELECT card_message_id AS card FROM inquiry WHERE id = ?",
        "UPDATE inquiry SET card_message_id = NULL WHERE id = ?",
        lambda services, item_id: add_to_inquiry(
            services, key="add", user_id=CITIZEN, inquiry_id=item_id, part={"words": ADDED}
        ),
        "data",
        "pass_on",
    ),
    Kind(
        PAYMENT_APPLICATIONS,
        lambda world: open_office(world, "ru", role="payments", is_forum=False),
        _application,
        lambda services, item_id, actor: take_application(
            services, key=f"take:{actor}", application_id=item_id, actor=actor, name=f"Клерк {actor}"
        ),
        "SELECT card_message_id AS card FROM payment_application WHERE id = ?",
        "UPDATE payment_application SET card_message_id = NULL WHERE id = ?",
        _tells_of_application,
        "data",
        None,
    ),
]

"""Blocking the bot, and the person's own settings."""

from typing import Any

from aiogram.types import ChatMemberBanned, ChatMemberMember, ChatMemberUpdated

from simulator.actions.deeds import Deed, Order, deed
from simulator.errors import DeedError
from simulator.model.dump import to_json
from simulator.model.people import Person
from simulator.model.world import World


def tell_people(world: World) -> None:
    """Publish the list of people after a change of it."""
    world.events.publish("people", people=[to_json(person) for person in world.people.values()])


def _set_blocked(deed: Deed, *, blocked: bool) -> None:
    if deed.person.blocked == blocked:
        return
    deed.person.blocked = blocked
    bot = deed.world.bot.as_user()
    barred, member = ChatMemberBanned(user=bot, until_date=deed.world.epoch()), ChatMemberMember(user=bot)
    update = ChatMemberUpdated(
        chat=deed.world.private_room(deed.person).as_chat(),
        from_user=deed.person.as_user(),
        date=deed.world.moment(),
        old_chat_member=member if blocked else barred,
        new_chat_member=barred if blocked else member,
    )
    deed.world.updates.add("my_chat_member", update)
    tell_people(deed.world)


def unblocked(deed: Deed) -> None:
    """Unblock the bot when it is blocked, as pressing Start does."""
    _set_blocked(deed, blocked=False)


@deed("block", Order)
async def block(deed: Deed, _order: Order) -> dict[str, Any]:
    """Block the bot: it gets `my_chat_member` with status `kicked`."""
    _set_blocked(deed, blocked=True)
    return {}


@deed("unblock", Order)
async def unblock(deed: Deed, _order: Order) -> dict[str, Any]:
    """Unblock the bot: it gets `my_chat_member` with status `member`."""
    unblocked(deed)
    return {}


class SetLanguage(Order):
    """`set_language`, of the person's client."""

    language_code: str


@deed("set_language", SetLanguage)
async def set_language(deed: Deed, order: SetLanguage) -> dict[str, Any]:
    """Set the language code that later updates carry."""
    deed.person.language_code = order.language_code
    tell_people(deed.world)
    return {}


class AddPerson(Order):
    """`add_person`; `user_id` picks the number, else the next free one is taken."""

    first_name: str
    language_code: str = "kk"
    phone: str | None = None
    user_id: int | None = None


@deed("add_person", AddPerson)
async def add_person(deed: Deed, order: AddPerson) -> dict[str, Any]:
    """Add a person to the world."""
    people = deed.world.people
    number = order.user_id or max(people, default=1000) + 1
    if number in people:
        raise DeedError(f"there is a person {number} already")
    people[number] = Person(
        id=number, first_name=order.first_name, language_code=order.language_code, phone=order.phone
    )
    tell_people(deed.world)
    return {"person": people[number]}

"""Applying for a payment, for the journeys."""

from bot.services.payments.programmes import programmes
from tests.support.world import Reader, World

CITIZEN, STRANGER = 501, 504


IIN, IBAN, OTHER_IBAN, BIN = "850615100017", "KZ41722C000000000001", "KZ04601A000000000002", "990140000017"


DEMO = "demo-open"


def programme_name(reader: Reader) -> str:
    return str(getattr(programmes()[DEMO].name, reader.language))


async def begins_payment_application(world: World, language: str, user_id: int = CITIZEN) -> Reader:
    """Lead a person to the first question."""
    person = await world.citizen(user_id, language)
    await person.says("/payment")
    await person.presses("intake-apply", programme=programme_name(person))
    await person.actor.sees(programme_name(person))
    await person.presses("intake-begin")
    return person


async def fills_payment_application(person: Reader, iin: str = IIN) -> None:
    """Answer every question up to the recap, the first two wrongly at first."""
    for field, typed in (("surname", "Үлгібаева"), ("name", "Әлия")):
        await person.sees(f"intake-field-{field}")
        await person.says("!")
        await person.sees(f"intake-field-{field}")
        await person.says(typed)
    await person.sees("intake-field-patronymic")
    await person.presses("form-skip")
    await person.sees("intake-field-iin")
    await person.says(iin)
    await person.sees("intake-field-phone")
    await person.says("8 700 000 00 01")
    await person.sees("intake-field-category")
    await person.actor.presses(getattr(programmes()[DEMO].categories[0].name, person.language))
    await person.sees("intake-field-employer-bin")
    await person.says(BIN)
    await person.sees("intake-field-iban")
    await person.says(IBAN)
    await person.sees("form-account", iban="KZ•• 722• •••• •••• 0001", bank="Kaspi Bank")
    await person.presses("intake-field-account-owner-own")
    await person.sees("intake-recap")

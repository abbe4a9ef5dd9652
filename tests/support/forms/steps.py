"""The steps of the application for АӘК, for the journeys."""

from bot.data_files import regions
from tests.support.world import Reader

ASTANA = "710000000"


async def answers(person: Reader, *steps: tuple[str, str]) -> None:
    """Answer questions one after another: each by an option of it (``=first``), another button or by typing."""
    for field, answer in steps:
        key = field if field.startswith("aid-") else f"aid-field-{field}"
        await person.sees(key)
        if answer.startswith("="):
            await person.presses(f"{key}-{answer[1:]}")
        elif answer.startswith(("aid-", "form-")):
            await person.presses(answer)
        else:
            await person.says(answer)


async def begins(person: Reader) -> None:
    """Open the form and choose the region."""
    await person.presses("menu-aid")
    await person.presses("aid-apply")
    await person.sees("aid-field-region")
    names = regions()[ASTANA]
    await person.actor.presses(names.kk if person.language == "kk" else names.ru)

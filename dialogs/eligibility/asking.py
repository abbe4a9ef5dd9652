"""The way through the estimate's questions. Dialog data says whom a question is about; answers are on disk."""

from collections.abc import Callable

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.forms.forms import Answer, Answers, Item
from bot.forms import family_members
from bot.forms.estimate import next_open
from bot.services.eligibility import Sheet, change_sheet, open_sheet
from bot.texts import TextRef
from dialogs.states import Eligibility

PERSON, RELATION, KIND, WHOLE = "person", "relation", "kind", "whole_quarter"

_WINDOWS = {
    "region": Eligibility.region,
    "state": Eligibility.state,
    "living": Eligibility.family,
    "incomes": Eligibility.incomes,
    "plot": Eligibility.plot,
    "loan": Eligibility.loan,
}


async def sheet_here(manager: DialogManager) -> Sheet:
    """Return what the person told so far."""
    return await open_sheet(services_of(manager), context_of(manager).user_id)


async def keep(manager: DialogManager, change: Callable[[Answers], dict[str, Answer]]) -> None:
    """Keep an answer, once whatever happens to the update. May raise ``InvalidInput``."""
    context = context_of(manager)
    await change_sheet(services_of(manager), key=context.key("estimate"), user_id=context.user_id, change=change)


async def keep_answer(manager: DialogManager, name: str, value: str) -> None:
    """Keep the answer to a question about the whole family and go on."""
    await keep(manager, lambda answers: {**answers, name: value})
    await go_on(manager)


async def go_on(manager: DialogManager) -> None:
    """Ask what is open; show the result when nothing is."""
    sheet = await sheet_here(manager)
    name = next_open(sheet.answers, sheet.quarter)
    if name == "state":
        manager.dialog_data[PERSON] = family_members.ME
    await manager.switch_to(_WINDOWS[name] if name else Eligibility.result)


def about(manager: DialogManager, person_id: str, relation: str) -> None:
    """Note whom the next questions are about; an empty ``person_id`` is somebody new."""
    manager.dialog_data.update({PERSON: person_id, RELATION: relation})


def label_of(item: Item) -> TextRef:
    """Return a member in a few words: who, and how old or doing what."""
    relation = TextRef(f"aid-member-relation-{item['relation']}")
    if "age" in item:
        return TextRef("eligibility-child", {"relation": relation, "age": int(item["age"])})
    if "born" in item:
        return TextRef("eligibility-child-born", {"relation": relation, "born": str(item["born"])[:4]})
    return TextRef("eligibility-adult", {"relation": relation, "state": TextRef(f"aid-field-state-{item['state']}")})


def people_of(answers: Answers) -> list[tuple[str, TextRef]]:
    """Return the applicant and the members with their labels, numbered as they stand in lists."""
    labels = [
        (family_members.ME, TextRef("aid-income-me")),
        *((str(i["id"]), label_of(i)) for i in family_members.members(answers)),
    ]
    return [
        (person_id, TextRef("eligibility-numbered", {"no": str(no), "who": label}))
        for no, (person_id, label) in enumerate(labels, 1)
    ]

"""The estimate's questions, and where their answers are."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.forms.forms import Answers, Item
from bot.forms import family_members
from bot.forms.estimate import next_open
from bot.services.eligibility import Change, EstimateAnswers, change_estimate, open_estimate
from bot.texts import TextRef
from dialogs.eligibility.data import EstimateData
from dialogs.forms.asking import QuestionSource
from dialogs.states import Eligibility

_WINDOWS = {
    "region": Eligibility.region,
    "state": Eligibility.state,
    "living": Eligibility.family,
    "incomes": Eligibility.incomes,
    "plot": Eligibility.plot,
    "loan": Eligibility.loan,
}


class EstimateQuestions(QuestionSource[str]):
    """The estimate's questions, by their names in the answers."""

    async def next_question(self, manager: DialogManager) -> str | None:
        """Return what is open."""
        estimate = await estimate_here(manager)
        return next_open(estimate.answers, estimate.quarter)

    async def ask(self, manager: DialogManager, question: str) -> None:
        """Put a question on the screen."""
        if question == "state":
            EstimateData(manager).person = family_members.ME
        await manager.switch_to(_WINDOWS[question])

    async def write(self, manager: DialogManager, question: str, value: str | int | None) -> None:
        """Write down the answer to a question about the whole family."""
        await change_here(manager, lambda answers: {**answers, question: value})

    async def finish(self, manager: DialogManager) -> None:
        """Show the result."""
        await manager.switch_to(Eligibility.result)


QUESTIONS = EstimateQuestions()


async def estimate_here(manager: DialogManager) -> EstimateAnswers:
    """Return what the person told so far."""
    return await open_estimate(services_of(manager), context_of(manager).user_id)


async def change_here(manager: DialogManager, change: Change) -> None:
    """Change what was told, once whatever happens to the update. May raise ``InvalidInput``."""
    context = context_of(manager)
    await change_estimate(services_of(manager), key=context.key("estimate"), user_id=context.user_id, change=change)


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

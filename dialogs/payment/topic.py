"""The answer to one question about 2020, with the day of its checking and the source of what one page alone says."""

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import turn_of
from bot.domain.programme import Fact, Programme
from bot.services.payments.programmes import in_language, programme_2020
from bot.texts import Day, Key
from dialogs.payment.topics import TOPICS
from dialogs.states import Payment
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.lines import Lines
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Told, Tr


async def _topic(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    topic: str = dialog_manager.dialog_data["topic"]
    programme = programme_2020()
    language = turn_of(dialog_manager).language
    return {
        "title": Key("payment-topic-title", {"words": Key(f"payment-topic-{topic}")}),
        "facts": _reasons(programme) if topic == "refused" else _facts(programme, TOPICS[topic], language),
        "checked": Day.of(programme.checked),
    }


def _facts(programme: Programme, codes: tuple[str, ...], language: str) -> list[Key]:
    by_code = {fact.code: fact for fact in programme.facts}
    return [_told(by_code[code], language) for code in codes]


def _told(fact: Fact, language: str) -> Key:
    words = in_language(fact.value, language)
    if fact.mark == "A":
        return Key("payment-fact", {"words": words})
    return Key("payment-fact-sourced", {"words": words, "source": fact.source})


def _reasons(programme: Programme) -> list[Key]:
    return [Key("payment-fact", {"words": Key(f"payment-reason-{reason}")}) for reason in programme.reasons]


topic_window = Window(
    Problem(),
    Told("title"),
    Lines("facts"),
    Tr("payment-as-of"),
    footer(Payment.topics),
    otherwise(),
    state=Payment.topic,
    getter=_topic,
)

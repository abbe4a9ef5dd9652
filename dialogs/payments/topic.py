"""The answer to one question about 2020, with the day of its checking and the source of what one page alone says."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import context_of
from bot.domain.payments.programmes import Fact
from bot.services.payments.faq import QUESTIONS, facts_of, reasons, topic_text
from bot.services.payments.programmes import in_language, programme_2020
from bot.texts import LocalDate, TextRef
from dialogs.payments.data import PaymentData
from dialogs.payments.topics import choose_topic
from dialogs.states import Payment
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText, I18nText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _topic(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(PaymentData(dialog_manager).topic, context_of(dialog_manager).language)


def _shown(topic: str, language: str) -> Shown:
    return {
        "title": TextRef("payment-topic-title", {"words": topic_text(topic)}),
        "facts": _answer(topic, language),
        "reasons": [(reason, topic_text(reason)) for reason in reasons()] if topic == "refused" else [],
        "checked": LocalDate.of(programme_2020().checked),
    }


def _previews(language: str) -> Iterator[Shown]:
    yield from (_shown(topic, language) for topic in (*QUESTIONS, *reasons()))


def _answer(topic: str, language: str) -> list[TextRef]:
    if topic == "refused":
        return [TextRef("payment-fact", {"words": TextRef(f"payment-reason-{reason}")}) for reason in reasons()]
    if topic in QUESTIONS:
        return [_told(fact, language) for fact in facts_of(topic)]
    return [TextRef(f"payment-why-{topic}"), TextRef("payment-fact", {"words": reasons()[topic]})]


def _told(fact: Fact, language: str) -> TextRef:
    words = in_language(fact.value, language)
    if fact.mark == "A":
        return TextRef("payment-fact", {"words": words})
    return TextRef("payment-fact-sourced", {"words": words, "source": fact.source})


topic_window = screen(
    DynamicText("title"),
    ContinueButtons(),
    Lines("facts"),
    I18nText("payment-as-of"),
    Column(
        Select(ItemText(), id="reason", item_id_getter=lambda item: item[0], items="reasons", on_click=choose_topic)
    ),
    state=Payment.topic,
    getter=_topic,
    previews=_previews,
    beside_home=Payment.topics,
)

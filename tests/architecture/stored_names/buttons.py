"""What buttons, links and commands say: they lie in chats and on paper for as long as people keep them."""

import ast
from dataclasses import fields
from typing import Any

from aiogram.filters import Command
from aiogram.utils.deep_linking import create_start_link

from bot.callbacks import Callback, CaseCallback, InquiryCallback, PaymentApplicationCallback
from bot.services.guides.library import load_guides, load_quizzes
from bot.services.reception.links import entrance_payload, ticket_payload
from dialogs.links import _OPENERS
from handlers.staff.cards.card import StaffCard, markup
from handlers.staff.cases.buttons import CASES
from handlers.staff.inquiries.buttons import INQUIRIES
from handlers.staff.payment_applications.buttons import PAYMENT_APPLICATIONS
from tests.architecture.stored_names.calls import Calls, Groups, known
from tests.architecture.stored_names.screens import callback_forms, callback_kinds
from tests.architecture.stored_names.value import Value

_CARDS: dict[type[Callback], StaffCard[Any]] = {
    CaseCallback: CASES,
    PaymentApplicationCallback: PAYMENT_APPLICATIONS,
    InquiryCallback: INQUIRIES,
}
_SERVING = {"add_get", "add_post"}


def callback_data(calls: Calls) -> Groups:
    """Return the form of each kind of data, and the words in it."""
    found = {"forms": callback_forms()}
    for kind in callback_kinds():
        for place, each in enumerate(fields(kind), 1):
            words = calls.made(kind, each.name) if each.type is str else set()
            if kind in _CARDS and each.type is str:
                words |= _of_table(_CARDS[kind]) if each.name == "what" else _of_menus(calls, _CARDS[kind])
            if words:
                found[f"{kind.prefix}, word {place}"] = words
    return found


def _of_table(card: StaffCard[Any]) -> set[str]:
    """Return what the presses of one kind of cards are read by."""
    return {action.what for action in card.actions}


def _of_menus(calls: Calls, card: StaffCard[Any]) -> set[str]:
    """Return what the buttons of menus carry beside it, in the package of the kind."""
    package = card.says.__module__.rpartition(".")[0]
    rows = (row for value in calls.parts(markup, "rows") for row in calls.values.elements(value))
    own = (row for row in rows if row.scope.module.__package__ == package)
    return known(calls.shapes.among(part for row in own for part in calls.values.along((2,), row)))


def links(calls: Calls) -> Groups:
    """Return the names links open, and the links that are printed, scanned and sent."""
    printed = calls.returned(ticket_payload) | calls.returned(entrance_payload)
    for called in calls.code.calls_of(create_start_link):
        printed |= calls.shapes.of(Value(called.call.args[1], called.scope))
    for value in calls.everywhere(ast.JoinedStr):
        if "?start=" in ast.unparse(value.node):
            printed |= calls.shapes.of(value)
    leading = {link for guide in load_guides() for link in guide.actions}
    leading |= {link for quiz in load_quizzes() for result in quiz.results.values() for link in result.actions}
    served = {
        shape
        for called in calls.code.every
        if isinstance(called.call.func, ast.Attribute) and called.call.func.attr in _SERVING
        for shape in calls.shapes.of(Value(called.call.args[0], called.scope))
    }
    return {"names": set(_OPENERS), "printed": known(printed), "in guides": leading, "served": known(served)}


def commands(calls: Calls) -> Groups:
    """Return every command a person or a clerk may type in a chat."""
    typed: set[str] = set()
    for called in calls.code.calls_of(Command):
        for each in called.call.args:
            value = Value(each, called.scope)
            several = [value]
            if isinstance(each, ast.Starred):
                several = list(calls.values.elements(value.at(each.value)))
            typed |= {shape for one in several for shape in known(calls.shapes.of(one))}
    return {"in chats": typed}

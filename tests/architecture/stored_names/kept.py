"""Keys and purposes under which rows are kept: actions, encrypted values, reminders, limits, seats, files."""

import ast
from collections import defaultdict
from pathlib import Path

from bot.context import UpdateContext
from bot.data_files import ROOT
from bot.domain.queue.slots import Hold
from bot.services.cases.common import run_case_action
from bot.services.work import Services
from storage import reminders
from storage.engine import rate_limits
from storage.engine.encryption import DataKey, Encryption, _derive, _open, _seal
from storage.privacy import audit_log
from storage.queue import seats
from tests.architecture.stored_names.calls import Calls, Groups, known
from tests.architecture.stored_names.meaning import resolve, returned_fields
from tests.architecture.stored_names.value import Value


def done_once(calls: Calls) -> Groups:
    """Return the keys of actions that are done once, each with the names in the result that is kept."""
    found: Groups = defaultdict(set)
    for once in (Services.run_once, run_case_action):
        for called in calls.code.calls_of(once):
            for given in calls.ways_to(called):
                key, action = (calls.argument(called, once, name, given) for name in ("key", "action"))
                if key is None or action is None:
                    continue
                results = {name for each in calls.values.functions(action) for name in returned_fields(*each)}
                for shape in known(calls.shapes.of(key)):
                    found[shape] |= results
    return found


def sealed(calls: Calls) -> Groups:
    """Return the purposes under which values are encrypted, with the names in those that are tables."""
    found: Groups = defaultdict(set)
    for function, content in (
        (DataKey.seal, "value"),
        (Encryption.seal_transit, "value"),
        (DataKey.seal_bytes, "content"),
    ):
        for called in calls.code.calls_of(function):
            purpose, value = (calls.argument(called, function, name, {}) for name in ("purpose", content))
            for shape in calls.shapes.of(purpose) if purpose else ():
                found[shape] |= calls.names_inside(value) if value and shape not in _OTHERS else set()
    return found


_OTHERS = ("action", "outbox")
"""What is kept of an action and in a message is pinned there."""


def opened(calls: Calls) -> Groups:
    """Return the purposes under which values are opened, and what keys and look-ups are derived for."""
    return {
        "of a person": calls.given(DataKey.open, "purpose") | calls.given(DataKey.open_bytes, "purpose"),
        "in passing": calls.given(Encryption.open_transit, "purpose"),
        "keys": calls.given(_derive, "purpose"),
        "looked up": calls.given(Encryption.lookup, "kind"),
        "bound in": calls.given(_seal, "purpose") | calls.given(_open, "purpose"),
    }


def reminded(calls: Calls) -> Groups:
    """Return what reminders are about, and their kinds."""
    rows = calls.parts(reminders.plan, "planned")
    return {
        "subjects": calls.given(reminders.plan, "subject") | calls.given(reminders.drop, "subject"),
        "kinds": known(calls.shapes.among(part for row in rows for part in calls.values.along((0,), row))),
    }


def counted(calls: Calls) -> Groups:
    """Return what attempts are counted under, and what is noted of who looked at whose data."""
    return {
        "attempts": calls.given(rate_limits.take, "kind"),
        "attempted by": known(calls.shapes.among(calls.parts(rate_limits.take, "subjects"))),
        "looked at": calls.given(audit_log.record, "subject"),
        "looked for": calls.given(audit_log.record, "what"),
    }


def kept_seats(calls: Calls) -> Groups:
    """Return what seats are kept for."""
    kept = (seats.held_by, seats.claim, seats.release_holds)
    beginnings = (seats.kept_for, seats.release_kept)
    return {
        "purposes": calls.made(Hold, "purpose").union(*(calls.given(function, "purpose") for function in kept)),
        "beginnings": set().union(*(calls.given(function, "prefix") for function in beginnings)),
    }


def made_files(calls: Calls) -> Groups:
    """Return the names of files and folders the product makes."""
    found: set[str] = set()
    for value in calls.everywhere(ast.BinOp):
        if isinstance(value.node, ast.BinOp) and isinstance(value.node.op, ast.Div):
            right = value.node.right
            if isinstance(right, ast.Constant | ast.JoinedStr) and not _is_shipped(value.at(value.node.left)):
                found |= known(calls.shapes.of(value.at(right)))
    return {"names": found}


def _is_shipped(value: Value) -> bool:
    """Tell whether a path begins in the project's own folder."""
    node = value.node
    while isinstance(node, ast.BinOp):
        node = node.left
    known = resolve(node, value.scope)
    return isinstance(known, Path) and known.is_relative_to(ROOT)


def update_keys(calls: Calls) -> set[str]:
    """Return how the actions of an update are told apart."""
    return calls.given(UpdateContext.key, "action")

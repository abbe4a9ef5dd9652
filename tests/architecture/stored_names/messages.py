"""Messages that wait in the outbox: their kinds, what they carry, their keys, and the texts they will say."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bot.services.notifications import NotificationButton, notification
from bot.texts import TextRef, to_json
from storage.engine import outbox, unknown_messages
from storage.engine.outbox import OutboxMessage
from tests.architecture.stored_names.calls import Calls, Groups, known
from tests.architecture.stored_names.code import Called
from tests.architecture.stored_names.dialog_data import kept_values
from tests.architecture.stored_names.meaning import resolve
from tests.architecture.stored_names.shapes import HOLE
from tests.architecture.stored_names.value import Value


def message_kinds(calls: Calls) -> Groups:
    """Return the kinds of messages, each with the names in what it carries."""
    found: Groups = defaultdict(set)
    for called in calls.code.calls_of(OutboxMessage):
        kind, payload = calls.field(called, OutboxMessage, "kind"), calls.field(called, OutboxMessage, "payload")
        for shape in calls.shapes.of(kind) - {HOLE} if kind else ():
            found[shape] |= calls.shapes.keys([payload]) if payload else set()
    return found


def message_keys(calls: Calls) -> Groups:
    """Return how messages are told apart, what they are about, how they are found again, and what is noted of them."""
    by_key = (outbox.cancel, outbox.cancel_key, outbox.sent_messages, outbox.was_enqueued)
    by_subject = (outbox.cancel_subject, outbox.is_waiting)
    noted = (outbox.ended, outbox.postponed, unknown_messages.died, unknown_messages.unsure)
    return {
        "put": calls.made(OutboxMessage, "dedupe_key"),
        "about": calls.made(OutboxMessage, "subject"),
        "found by key": set().union(*(calls.given(function, "dedupe_key") for function in by_key)),
        "found by beginning": calls.given(outbox.was_enqueued_since, "prefix"),
        "found by subject": set().union(*(calls.given(function, "subject") for function in by_subject)),
        "errors": set().union(*(calls.given(function, "error") for function in noted)),
    }


def message_texts(calls: Calls) -> Groups:
    """Return the keys of texts that wait in messages: of the words, inside them, on their buttons."""
    return {
        "words": calls.given(notification, "key") | set(_words(calls)),
        "inside": known(_inside(calls, [*calls.values.argument(to_json, "args"), *_in_dialogs(calls)])),
        "buttons": calls.made(NotificationButton, "key"),
    }


def _words(calls: Calls) -> Iterator[str]:
    for called in calls.code.calls_of(OutboxMessage):
        payload = calls.field(called, OutboxMessage, "payload")
        for key, part in calls.values.entries(payload) if payload else ():
            if isinstance(key.node, ast.Constant) and key.node.value == "key":
                yield from known(calls.shapes.of(part))


def _in_dialogs(calls: Calls) -> Iterator[Value]:
    for value in kept_values(calls):
        pairs = calls.values.elements(value)
        for text in (value, *(label for pair in pairs for label in calls.values.along((1,), pair))):
            yield text.at(ast.Dict([ast.Constant("")], [text.node]))


def _inside(calls: Calls, tables: Iterable[Value]) -> Iterator[str]:
    """Yield the texts among the values of a text, and among theirs."""
    for table in tables:
        for _, part in calls.values.entries(table):
            for source in calls.values.sources(part):
                if isinstance(constant := resolve(source.node, source.scope), TextRef):
                    yield constant.key
                elif isinstance(source.node, ast.Call) and resolve(source.node.func, source.scope) is TextRef:
                    made = Called(source.node, source.scope)
                    key, args = calls.field(made, TextRef, "key"), calls.field(made, TextRef, "args")
                    yield from calls.shapes.of(source.at(key.node)) if key else ()
                    yield from _inside(calls, [source.at(args.node)]) if args else ()

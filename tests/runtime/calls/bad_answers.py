"""What may come in place of Telegram's answer, as faults of the local Telegram."""

from collections.abc import Mapping
from typing import Any

import pytest
from _pytest.mark import ParameterSet

PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
_JSON = '{"ok":false,"error_code":%d,"description":"%s"}'


def _answer(status: int, text: str, **more: Any) -> dict[str, Any]:
    return {"kind": "answer", "status": status, "text": text, **more}


_STATUSES = (200, 400, 401, 403, 404, 409, 429, 500, 502, 503)
NO_ANSWERS: dict[str, dict[str, Any]] = {
    **{f"a page, {status}": _answer(status, PAGE) for status in _STATUSES},
    "nothing, 200": _answer(200, ""),
    "nothing, 502": _answer(502, ""),
    "half an answer": _answer(200, '{"ok":true,"resu'),
    "cut off": _answer(200, '{"ok":true,"resu', is_cut=True),
    "a list": _answer(200, "[]"),
    "a number": _answer(200, "7"),
    "null": _answer(200, "null"),
    "an empty object": _answer(200, "{}"),
    "no result": _answer(200, '{"ok":true}'),
    "an empty result": _answer(200, '{"ok":true,"result":null}'),
    "no words, 400": _answer(400, '{"ok":false}'),
    "no words, 500": _answer(500, '{"ok":false}'),
    "wrong parameters": _answer(400, '{"ok":false,"description":"x","parameters":7}'),
    "no UTF-8": _answer(200, '{"ok":true,"result":"\xff"}', encoding="latin-1"),
    "too deep": _answer(200, "[" * 100_000),
    "reset": {"kind": "reset"},
    "500": _answer(500, _JSON % (500, "Internal Server Error")),
    "502": _answer(502, _JSON % (502, "Bad Gateway")),
    "restarting": _answer(500, _JSON % (500, "Internal Server Error: restart")),
}
"""Telegram is out of reach: none of these is an answer of its own to the question."""

REFUSALS: dict[str, dict[str, Any]] = {
    **{
        str(status): _answer(status, _JSON % (status, words))
        for status, words in (
            (400, "Bad Request: something"),
            (403, "Forbidden: something"),
            (404, "Not Found"),
            (409, "Conflict: terminated by other getUpdates request"),
            (413, "Request Entity Too Large"),
            (418, "I am a teapot"),
        )
    },
    "a page, 413": _answer(413, PAGE),
    "429 without a time": _answer(429, _JSON % (429, "Too Many Requests")),
}
"""Telegram says no, for reasons that pass."""


def told_apart(answers: Mapping[str, dict[str, Any]]) -> list[ParameterSet]:
    """Return the answers by name; the first stands for the others on a change."""
    first, *others = answers.items()
    return [
        pytest.param(first[1], id=first[0]),
        *(pytest.param(fault, id=name, marks=pytest.mark.long) for name, fault in others),
    ]

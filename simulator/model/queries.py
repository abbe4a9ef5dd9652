"""Callback queries that wait for their answer."""

import time
from dataclasses import dataclass

from simulator.errors import bad_request

ANSWERABLE_SECONDS = 60
KEPT_QUERIES = 10_000


@dataclass
class Query:
    """One pressed button: who pressed, when (monotonic seconds of real time), and whether the bot has answered."""

    user_id: int
    chat_id: int
    pressed_at: float
    answered: bool = False


class QueryBook:
    """Callback queries by id; age counts in real time, whatever the world's clock says."""

    def __init__(self) -> None:
        """Start with no queries; ids go on from the current nanosecond so that a restart repeats none."""
        self._queries: dict[str, Query] = {}
        self._last_id = time.time_ns()

    def open(self, user_id: int, chat_id: int) -> str:
        """Note a pressed button; gives the query's id."""
        self._last_id += 1
        query_id = str(self._last_id)
        self._queries[query_id] = Query(user_id, chat_id, time.monotonic())
        if len(self._queries) > KEPT_QUERIES:
            del self._queries[next(iter(self._queries))]
        return query_id

    def answer(self, query_id: str) -> Query:
        """Mark the query answered; refuses unknown, answered and more than 60 s old ones as Telegram does."""
        query = self._queries.get(query_id)
        if query is None or query.answered or time.monotonic() - query.pressed_at > ANSWERABLE_SECONDS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        query.answered = True
        return query

    def age(self, query_id: str, seconds: float) -> None:
        """Make a query older by `seconds`, so that a test need not wait a minute."""
        self._queries[query_id].pressed_at -= seconds

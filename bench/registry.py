"""A registry of a million rows taken over from CSV, while people look their payments up.

``python -m bench.registry [ROWS]`` makes the file, imports it, imports it again, and lays the same rows in bare SQLite:
what was stored (keys, payments, first events, the same indexes, in the file's order), and the file's cells as they are.
It prints the ratios of this run, the peak memory of all processes together, and how long look-ups took with and without
the import.
"""

import asyncio
import csv
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Coroutine
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.registry import COLUMNS
from bot.runtime.background import BackgroundTasks
from bot.services.registry.file import ImportReport, import_payments
from tests.support.database import lay_database
from tests.support.payments.registry_rows import HEADING, line, numbers
from tests.support.payments.services import ALIYA, ALIYA_PHONE, REGISTRY, Harness, open_harness

ROWS = 1_000_000
QUIET_SECONDS = 15.0
PAUSE_SECONDS = 0.05
_STATUSES = ("received", "data_check", "case_formed", "fund_review", "assigned", "sent_to_bank", "paid")
T = TypeVar("T")


async def main(rows: int) -> None:
    """Make, import twice, lay bare, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "registry.csv"
        await asyncio.to_thread(_make, file, rows)
        print(f"{rows:,} rows, {file.stat().st_size / 1e6:,.0f} MB of CSV")
        async with open_harness(folder) as harness:
            await import_payments(harness.services, REGISTRY.read_bytes())
            quiet, _slept = await _looked_up_during(harness, _measured(asyncio.sleep(QUIET_SECONDS)))
            busy, measured = await _looked_up_during(harness, _measured(import_payments(harness.services, file)))
            report, taken, peak = measured
            again, taken_again, _peak = await _measured(import_payments(harness.services, file))
        _tell(file, folder, rows, report, again, (taken, taken_again, peak))
        for what, times in (("without", quiet), ("during the import", busy)):
            p50, p95 = statistics.median(times) * 1000, _p95(times) * 1000
            print(f"look-ups {what:18} {len(times):5} of them, median {p50:6.1f} ms, p95 {p95:6.1f} ms")
        print(f"p95 ratio {_p95(busy) / _p95(quiet):.2f}")


def _tell(
    file: Path, folder: Path, rows: int, report: ImportReport, again: ImportReport, took: tuple[float, float, float]
) -> None:
    taken, taken_again, peak = took
    stored = _bare_stored(folder / "bot.sqlite", lay_database(folder / "bare.sqlite"))
    cells = _bare_cells(file, folder / "cells.sqlite")
    print(f"imported in {taken:.1f} s ({rows / taken:,.0f} rows a second), {report.added:,} new, peak {peak:.0f} MB")
    print(f"the same file again {taken_again:.1f} s, {again.unchanged:,} unchanged")
    print(f"bare sqlite3: rows as stored {stored:.1f} s, ratio {taken / stored:.2f}")
    print(f"bare sqlite3: cells of the file {cells:.1f} s, ratio {taken / cells:.2f}")


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


async def _looked_up_during(harness: Harness, work: Coroutine[Any, Any, T]) -> tuple[list[float], T]:
    """Look one payment up again and again, as another person each time, until the other thing is over."""
    times: list[float] = []
    async with BackgroundTasks() as background:
        until = background.start(work, name="what goes on meanwhile")
        while not until.done():
            user_id = 1000 + len(times)
            await harness.services.db.run([("DELETE FROM attempt", ())])
            began = time.perf_counter()
            await harness.check(user_id, ALIYA, ALIYA_PHONE, f"{id(until)}:{user_id}")
            times.append(time.perf_counter() - began)
            await asyncio.sleep(PAUSE_SECONDS)
        return times, until.result()


async def _measured(work: Awaitable[T]) -> tuple[T, float, float]:
    """Return the result, the seconds it took, and the peak memory of this process and its children in megabytes."""
    peak = 0.0

    async def watch() -> None:
        nonlocal peak
        while True:
            peak = max(peak, _memory(os.getpid()))
            await asyncio.sleep(0.1)

    async with BackgroundTasks() as background:
        background.start(watch(), name="memory")
        began = time.perf_counter()
        result = await work
        return result, time.perf_counter() - began, peak


def _memory(pid: int) -> float:
    """Return the resident megabytes of a process and of those it has started."""
    total = 0.0
    with suppress(FileNotFoundError, ProcessLookupError):
        total = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(_memory(int(child)) for child in (task / "children").read_text().split())
    return total


def _make(file: Path, rows: int) -> None:
    """Write a registry: statuses by turns, every row valid, nobody real."""
    with file.open("w", encoding="utf-8") as stream:
        print(HEADING, file=stream)
        for number, iin in enumerate(numbers(rows)):
            status, day = _STATUSES[number % len(_STATUSES)], f"2020-04-{number % 30 + 1:02}"
            print(line(number, iin, status, day), file=stream)


def _bare_stored(source: Path, target: Path) -> float:
    """Insert what the import stored into the same schema, in the order of the file, by executemany."""
    columns = {
        "data_key": "id, wrapped, created_at",
        "payment": "data_key_id, programme, iin_lookup, phone_lookup, number_lookup, status, reason, status_day,"
        " amount, fingerprint, details, import_id",
        "payment_event": "payment_id, status, reason, day, at, import_id",
    }
    order = {"data_key": "id", "payment": "data_key_id", "payment_event": "id"}
    with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(target)) as writer:
        rows = {
            table: f"SELECT {names} FROM {table} ORDER BY {order[table]}"  # noqa: S608 - our own names
            for table, names in columns.items()
        }
        began = time.perf_counter()
        for table, names in columns.items():
            places = ", ".join("?" * len(names.split(",")))
            writer.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", reader.execute(rows[table]))  # noqa: S608
        writer.commit()
        return time.perf_counter() - began


def _bare_cells(file: Path, target: Path) -> float:
    """Insert the file's cells as they are into a table without an index."""
    with closing(sqlite3.connect(target)) as writer, file.open(encoding="utf-8", newline="") as stream:
        writer.execute(f"CREATE TABLE cells ({', '.join(COLUMNS)})")
        began = time.perf_counter()
        reader = csv.reader(stream)
        next(reader)
        writer.executemany(f"INSERT INTO cells VALUES ({', '.join('?' * len(COLUMNS))})", reader)  # noqa: S608
        writer.commit()
        return time.perf_counter() - began


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))

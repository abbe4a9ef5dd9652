"""An import killed after its transactions: all of it or nothing is seen, and the next call ends what was begun."""

import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from bot.data_files import ROOT
from storage.payments import payments
from tests.crash import import_victim
from tests.support.payments.services import ALIYA, ALIYA_PHONE, REGISTRY, open_harness
from tests.support.selection import long

pytestmark = [pytest.mark.kill, pytest.mark.timeout(400)]
FILE = REGISTRY.read_text(encoding="utf-8")
HALF = "\n".join(FILE.splitlines()[:9])
MOVED = FILE.replace("fund_review,2020-04-22", "assigned,2020-04-24")
BEFORE = Counter(line.split(",")[6] for line in HALF.splitlines()[1:])


def _import(folder: Path, text: str, dies_after: int = 0) -> int:
    file = folder / "registry.csv"
    file.write_text(text, encoding="utf-8")
    arguments = [sys.executable, "-m", import_victim.__name__, str(folder), str(file), str(dies_after)]
    return subprocess.run(arguments, cwd=ROOT, check=False, timeout=60, capture_output=True).returncode


def _rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "bot.sqlite")) as connection:
        return connection.execute(sql).fetchall()


def _seen(folder: Path) -> Counter[object]:
    return Counter(row[0] for row in _rows(folder, f"SELECT status FROM {payments.NOW}"))  # noqa: S608


async def _follow(folder: Path) -> None:
    async with open_harness(folder) as harness:
        await harness.welcome(501)
        payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "proof")
        await harness.services.db.run(
            [("INSERT INTO payment_subscription (payment_id, user_id, created_at) VALUES (?, 501, 0)", (payment_id,))]
        )


# 4: staged; 8: new rows written; 9: known ones changed; 10: the switch; 11: messages put.
@pytest.mark.parametrize("dies_after", [long(4), long(8), long(9), 10, long(11)])
async def test_all_or_nothing(tmp_path: Path, dies_after: int) -> None:
    assert _import(tmp_path, HALF) == 0
    await _follow(tmp_path)
    assert _import(tmp_path, MOVED, dies_after) == 9
    applied = _rows(tmp_path, "SELECT state FROM registry_import ORDER BY id DESC LIMIT 1") == [("applied",)]
    after = Counter(line.split(",")[6] for line in MOVED.splitlines()[1:])
    assert applied == (dies_after >= 10)
    assert _seen(tmp_path) == (after if applied else BEFORE)
    assert _import(tmp_path, MOVED) == 0
    assert _seen(tmp_path) == after
    assert _rows(tmp_path, "SELECT count(*) FROM outbox WHERE kind = 'notice'") == [(1,)]
    assert _rows(
        tmp_path,
        "SELECT count(*) FROM payment_event WHERE import_id IS NOT NULL AND status = 'assigned' AND day = '2020-04-24'",
    ) == [(1,)]
    assert not list((tmp_path / "imports").glob("*.sqlite*"))

"""Killed at every await of a move: there is always exactly one live booking, with its seat."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash import move

pytestmark = [pytest.mark.kill, pytest.mark.timeout(400)]


def _moves(folder: Path, *options: str) -> list[str]:
    command = [sys.executable, "-m", move.__name__, str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_killed_at_every_await_of_a_move(tmp_path: Path) -> None:
    (told,) = _moves(tmp_path)
    kills = re.fullmatch(r"killed (\d+) times", told)
    assert kills, told
    assert int(kills[1]) > 20


def test_the_same_run_finds_a_move_that_frees_the_old_seat_first(tmp_path: Path) -> None:
    assert any("killed before hop" in line for line in _moves(tmp_path, "--apart"))

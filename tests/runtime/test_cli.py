"""``python -m bot``: what it can do, and one clear line with a non-zero exit when it cannot."""

import os
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.data_files import ROOT
from tests.support.process import Ended, run_bot_command
from tests.support.world import OPERATOR, running_simulator

_NAMED = {"OPERATOR_NAME": OPERATOR.name, "OPERATOR_BIN": OPERATOR.bin}


async def run(folder: Path, command: str, *arguments: str, **settings: str) -> Ended:
    environment = {**os.environ, "DATA_DIR": str(folder), "BOT_TOKEN": "", **_NAMED, **settings}
    return await run_bot_command(command, environment, *arguments)


async def test_help_lists_the_commands(tmp_path: Path) -> None:
    ended = await run(tmp_path, "--help")
    assert ended.code == 0
    for command in ("run", "demo", "migrate", "backup", "check", "quarantine", "import-payments", "import-directory"):
        assert f"\n    {command}" in ended.output


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"HTTP_PORT": "many"}, "bot: wrong setting: HTTP_PORT: "),
        ({"REMINDER_OFFSETS": "soon"}, "bot: wrong setting: REMINDER_OFFSETS: "),
        ({"BOT_TOKEN": "nonsense"}, "bot: wrong setting: BOT_TOKEN: "),
        ({"SECRET_KEY": "zz", "BOT_TOKEN": f"1:{'a' * 35}"}, "bot: wrong setting: SECRET_KEY: "),
        ({"OPERATOR_BIN": "000040000001"}, "bot: wrong setting: OPERATOR_BIN: "),
        ({"OPERATOR_NAME": "", "BOT_TOKEN": f"1:{'a' * 35}"}, "bot: OPERATOR_NAME and OPERATOR_BIN must be set: "),
        ({"WEBHOOK_URL": "https://bot.example.kz"}, "bot: wrong setting: "),
        ({"DATABASE_URL": "mysql://x"}, "bot: wrong setting: DATABASE_URL: "),
    ],
)
async def test_a_wrong_setting_is_one_line(tmp_path: Path, settings: dict[str, str], told: str) -> None:
    ended = await run(tmp_path, "run", **settings)
    assert ended.code == 2
    assert ended.errors.startswith(told)
    assert ended.errors.count("\n") == 1


async def test_a_taken_port_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = await run(tmp_path, "demo", SIMULATOR_PORT=port)
    assert ended.code == 2
    assert ended.errors.startswith(f"bot: SIMULATOR_PORT {port} cannot be used: ")
    assert ended.errors.count("\n") == 1


async def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    ended = await run(tmp_path / "file", "run", BOT_TOKEN=f"1:{'a' * 35}")
    assert ended.code == 2
    assert ended.errors.startswith("bot: DATA_DIR ")
    assert ended.errors.count("\n") == 1


async def test_a_refused_token_ends_the_running_bot_in_one_line(tmp_path: Path) -> None:
    async with running_simulator(tmp_path) as simulator:
        another = {"BOT_TOKEN": f"7000000009:{'a' * 35}", "BOT_API_URL": simulator.url}
        ended = await run(tmp_path, "run", HTTP_PORT="0", LOG_LEVEL="ERROR", **another)
    assert ended.code == 3
    assert ended.errors.startswith("bot: BOT_TOKEN was refused by Telegram")
    assert ended.errors.count("\n") == 1


async def test_migrate_backup_and_what_they_refuse(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    assert (await run(tmp_path, "backup", str(copy))).errors.startswith("bot: there is no database at ")
    assert "migrated" in (await run(tmp_path, "migrate")).output
    assert "nothing to do" in (await run(tmp_path, "migrate")).output
    assert (await run(tmp_path, "backup", str(copy))).code == 0
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(tmp_path / "bot.sqlite")) as running:
        revision = "SELECT version_num FROM alembic_version"
        assert kept.execute(revision).fetchone() == running.execute(revision).fetchone()
    assert (await run(tmp_path, "backup", str(copy))).errors.endswith(" is there already\n")


async def test_a_directory_is_first_compared_then_taken_over_whole_or_not_at_all(tmp_path: Path) -> None:
    shipped = (ROOT / "data" / "branches" / "branches.csv").read_text(encoding="utf-8")
    table = tmp_path / "branches.csv"
    table.write_text(shipped.replace("710000000", "999999999", 1), encoding="utf-8")
    refused = await run(tmp_path, "import-directory", str(table))
    assert refused.code == 2
    assert "999999999" in refused.errors
    assert not (tmp_path / "bot.sqlite").exists()
    table.write_text(shipped, encoding="utf-8")
    compared = await run(tmp_path, "import-directory", str(table))
    assert "+ almaty-1" in compared.output
    assert sqlite3.connect(tmp_path / "bot.sqlite").execute("SELECT COUNT(*) FROM branch").fetchone() == (0,)
    for _ in range(2):
        assert (await run(tmp_path, "import-directory", str(table), "--apply")).code == 0
    rows = sqlite3.connect(tmp_path / "bot.sqlite").execute("SELECT COUNT(*) FROM branch").fetchone()
    assert rows == (len(shipped.splitlines()) - 1,)


async def test_everything_it_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    given = {"SECRET_KEY": "", "DATABASE_URL": ""}
    assert (await run(folder, "import-payments", "data/demo/payments.csv", **given)).code == 0
    assert (await run(folder, "backup", str(folder / "copy.sqlite"), **given)).code == 0
    written = {path: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    assert {path.name for path in written} >= {"bot.sqlite", "secret.key", "imports", "copy.sqlite"}
    assert {path.name: mode for path, mode in written.items() if mode & 0o077} == {}
    folder.chmod(0o755)
    ended = await run(folder, "check", **given)
    assert "others may read this" in ended.output + ended.errors

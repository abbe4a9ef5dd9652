"""``python -m bot``: what can be run, and one clear line when it cannot."""

import argparse
import asyncio
import os
import sys
import zoneinfo
from pathlib import Path

from bot.settings import Settings, SetupError, load_settings


def main() -> int:
    """Run the command; return the process's exit code."""
    arguments = _parser().parse_args()
    # The tzdata package decides, not the machine: on an old one Almaty would still be an hour ahead (domain §6).
    zoneinfo.reset_tzpath(())
    # Database, key, documents, exports and whatever is temporary: for the owner alone, however the machine is set.
    os.umask(0o077)
    try:
        settings = load_settings()
        told = _COMMANDS[arguments.command](settings, arguments)
    except SetupError as error:
        print(f"bot: {error}", file=sys.stderr)  # noqa: T201 - for the person at the terminal
        return error.code
    except KeyboardInterrupt:
        return 130
    if told:
        print(told)  # noqa: T201 - for the person at the terminal
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Telegram bot for citizens of Kazakhstan")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run the bot; with BOT_TOKEN empty, the demo")
    commands.add_parser("demo", help="run the demo with the local Telegram, whatever BOT_TOKEN is")
    commands.add_parser("migrate", help="bring the database to the newest schema")
    backup = commands.add_parser("backup", help="copy the database while the bot runs, and check the copy")
    backup.add_argument("file", help="where the copy goes")
    commands.add_parser("check", help="count the queue's seats and bookings against each other, as every night")
    quarantine = commands.add_parser("quarantine", help="updates nobody could handle: list, try again, drop")
    quarantine.add_argument("action", nargs="?", choices=["list", "retry", "drop"], default="list")
    quarantine.add_argument("ids", nargs="*", type=int, help="numbers of the list; none: all")
    payments = commands.add_parser("import-payments", help="take over a payment registry (CSV, XLSX)")
    payments.add_argument("file", type=Path, help="columns as in data/demo/payments.csv, or as chosen in the chat")
    payments.add_argument("--preview", action="store_true", help="tell the difference, change nothing")
    payments.add_argument("--leave-bad-out", action="store_true", help="apply the good rows although others are wrong")
    payments.add_argument("--language", choices=["kk", "ru"], default="ru", help="of the report")
    directory = commands.add_parser("import-directory", help="show what a table of ЦОН places would change, or take it")
    directory.add_argument("file", type=Path, help="UTF-8 CSV, columns as in data/branches/branches.csv")
    for table in ("hours", "plans", "days"):
        directory.add_argument(f"--{table}", type=Path, help=f"a table of the places' {table} (data/README.md)")
    directory.add_argument("--apply", action="store_true", help="store it; without this the difference is only shown")
    directory.add_argument("--language", choices=["kk", "ru"], default="ru", help="of the report")
    return parser


def _run(settings: Settings, arguments: argparse.Namespace) -> None:
    from bot.cli.run import run_bot  # noqa: PLC0415 - aiogram takes seconds to import, and --help needs none of it

    demo = arguments.command == "demo" or not settings.bot_token.get_secret_value()
    asyncio.run(run_bot(settings, demo=demo))


def _migrate(settings: Settings, _arguments: argparse.Namespace) -> str:
    from bot.installation import migrate_by_hand  # noqa: PLC0415
    from storage.engine.migrate import newest_revision  # noqa: PLC0415

    done = migrate_by_hand(settings)
    return f"schema {newest_revision()}: {'migrated' if done else 'nothing to do'}"


def _backup(settings: Settings, arguments: argparse.Namespace) -> None:
    from storage.engine.backup import BackupError, backup  # noqa: PLC0415

    try:
        backup(settings.database_path, arguments.file)
    except BackupError as error:
        raise SetupError(str(error)) from None


def _check(settings: Settings, _arguments: argparse.Namespace) -> str:
    from bot.cli.check_queue import check_queue  # noqa: PLC0415

    found = check_queue(settings)
    if found:
        raise SetupError(found)
    return "the queue's rows agree"


def _quarantine(settings: Settings, arguments: argparse.Namespace) -> str:
    from bot.cli.quarantine import change_quarantine, show_quarantine  # noqa: PLC0415

    if arguments.action == "list":
        return show_quarantine(settings)
    return change_quarantine(settings, arguments.action, arguments.ids)


def _import_payments(settings: Settings, arguments: argparse.Namespace) -> str:
    from bot.cli.import_payments import Wanted, import_file  # noqa: PLC0415

    wanted = Wanted(arguments.language, arguments.preview, arguments.leave_bad_out)
    return import_file(settings, arguments.file, wanted)


def _import_directory(settings: Settings, arguments: argparse.Namespace) -> str:
    from bot.cli.import_directory import Tables, import_directory  # noqa: PLC0415

    tables = Tables(arguments.file, arguments.hours, arguments.plans, arguments.days)
    return import_directory(settings, tables, arguments.language, apply=arguments.apply)


_COMMANDS = {
    "run": _run,
    "demo": _run,
    "migrate": _migrate,
    "backup": _backup,
    "check": _check,
    "quarantine": _quarantine,
    "import-payments": _import_payments,
    "import-directory": _import_directory,
}

if __name__ == "__main__":
    sys.exit(main())

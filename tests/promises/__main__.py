"""``python -m tests.promises [--long] [WORDS]``: measure the promises, or those with these words in them."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bot.data_files import ROOT
from tests.promises.measuring import measured, selection
from tests.promises.table import PROMISES


def main() -> int:
    """Run the tests once, print a line a promise; 1 when one is not kept or nothing showed it."""
    parser = argparse.ArgumentParser(prog="python -m tests.promises")
    parser.add_argument("words", nargs="?", default="")
    parser.add_argument("--long", action="store_true", help="every case of every row")
    given = parser.parse_args()
    wanted = [promise for promise in PROMISES if given.words.lower() in promise.words.lower()]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            "0",
            "-o",
            "junit_family=xunit1",
            f"--junitxml={report}",
            *selection(wanted),
        ]
        subprocess.run(command if given.long else [*command, "-m", "not long"], cwd=ROOT, check=False)
        lines = [measured(promise, report.read_text()) for promise in wanted]
    for promise, (figure, is_kept) in zip(wanted, lines, strict=True):
        print(f"{promise.words:58} | {figure:70} | {'passed' if is_kept else 'FAILED'}")
    return 0 if wanted and all(is_kept for _, is_kept in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

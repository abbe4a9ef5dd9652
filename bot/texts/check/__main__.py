"""``python -m bot.texts.check``: print what is wrong with the texts; the exit code says whether anything is."""

import sys

from bot.data_files import ROOT
from bot.texts.check.rules import check

if __name__ == "__main__":
    problems = check(ROOT)
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    sys.exit(bool(problems))

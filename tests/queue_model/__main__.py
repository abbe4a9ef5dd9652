"""``python -m tests.queue_model --steps 100000 [--seed N] [--without GUARD]``: the long run.

Prints how many actions were taken and how long it took; a violation is printed with the shortest way to it that was
found, and the exit code is 1. ``--without`` removes a guard first: the run must then fail.
"""

import argparse
import sys
import time
import traceback

from tests.queue_model.guards import GUARDS, without
from tests.queue_model.running import run_model


def main() -> int:
    """Run; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.queue_model")
    parser.add_argument("--steps", type=int, default=100_000, help="how many actions, at least")
    parser.add_argument("--seed", type=int, default=0, help="the same seed takes the same actions")
    parser.add_argument("--without", choices=sorted(GUARDS), help="remove a guard: the run must find it")
    arguments = parser.parse_args()
    began = time.monotonic()
    try:
        with without(arguments.without):
            taken = run_model(arguments.steps, arguments.seed)
    except Exception:  # noqa: BLE001 - whatever it is, it is the finding
        traceback.print_exc()
        return 1
    sys.stdout.write(f"{taken:,} actions, seed {arguments.seed}, {time.monotonic() - began:.0f} s: nothing violated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

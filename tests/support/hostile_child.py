"""A process of ours that a hostile file has got at: it spins, swells, or ends in the middle."""

import os

from bot.services.child_job import begin_child, say


def main() -> None:
    """Do what the job says, within 200 MB and two seconds."""
    what = begin_child(200 * 1024 * 1024, 2, dict[str, str])["what"]
    say(begun=True)
    if what == "spin":
        while True:
            pass
    if what == "swell":
        held = []
        try:
            while True:
                held.append(bytes(1024 * 1024))
        except MemoryError:
            reached = len(held)
            held.clear()
            say(megabytes=reached)
    if what == "names":
        say(names=sorted(os.environ))
    if what == "crash":
        raise SystemExit(1)


if __name__ == "__main__":
    main()

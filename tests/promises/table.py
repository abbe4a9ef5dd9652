"""Each promise with the tests that show it; docs/promises.md explains them in the same order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """``tests`` are files, or names in them; ``figures`` of what these record are printed, else how many they are."""

    words: str
    tests: tuple[str, ...]
    figures: tuple[str, ...] = ()


_SOAK = "tests/soak/test_soak.py"
PROMISES = (
    Promise(
        "Nothing is lost, whenever the bot is killed",
        ("tests/crash/test_anywhere.py",),
        ("points killed at", "lost", "doubled otherwise"),
    ),
    Promise(
        "An update is handled once, however often it is delivered", ("tests/runtime/updates/test_update_processor.py",)
    ),
    Promise("A message is sent once, in its chat's order", ("tests/runtime/test_outbox_sender.py",)),
    Promise("Many write at once, each is answered", (_SOAK,), ("messages, in bursts", "answers lost", "answers twice")),
    Promise("What one person sends is answered in order", (_SOAK,), ("people answered out of order",)),
    Promise("Answers come while somebody floods", (_SOAK,), ("a burst answered, median and p95",)),
    Promise("Memory and what waits are bounded", (_SOAK,), ("updates waiting, at most and at the end", "growth")),
    Promise("Outages, flood waits and clock steps cost no word", ("tests/journeys/cases/test_outages.py",)),
    Promise("An album over a bad link comes whole and in order", ("tests/journeys/test_runtime_lossy_link.py",)),
    Promise("A seat has one owner, whoever races for it", ("tests/journeys/queue/test_race.py",)),
    Promise("Nothing personal lies on disk in the clear", ("tests/privacy/test_at_rest.py",)),
    Promise("An erasure leaves nothing", ("tests/privacy/test_erasure.py", "tests/privacy/test_personal_tables.py")),
    Promise("A killed upgrade goes on at the next start", ("tests/crash/test_migration.py",)),
    Promise("Nothing is made anew over what exists", ("tests/runtime/test_installation.py",)),
    Promise("Telegram's limits are kept", ("tests/runtime/calls/test_rate_limit.py",)),
    Promise("History takes neither changes nor deletions", ("tests/storage/test_migrations.py::test_history_takes",)),
)

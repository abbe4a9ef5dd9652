"""How well typed phrases are understood: ``python -m bench.intents`` prints one table for phrases nobody trained on.

``bench/phrases/`` is held back: no phrase of it is trained on or chose a threshold. What was misread in ``first`` told
what was missing; ``later`` was written after that. ``--folds`` adds the cross-validation on the training phrases, a
line and all its expansions on one side only; the thresholds were chosen on that. ``--misses`` names what was misread.
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.free_text.classify import Reading, Sureness, decide
from bot.free_text.model import load_model
from bot.free_text.normalize import tokens
from bot.free_text.phrases import OUTSIDE, read_lines
from bot.free_text.training import train
from bot.free_text.variants import variants

HELD_BACK = Path(__file__).parent / "phrases"
PARTS = ("first", "later")
FOLDS = 5
COLUMNS = (
    "first right", "right among offered", "sure", "sure but wrong", "outside, sure", "outside, «not understood»",
)  # fmt: skip


@dataclass(slots=True)
class Score:
    """What came out, counted."""

    name: str
    inside: int = 0
    first: int = 0
    offered: int = 0
    sure: int = 0
    sure_wrong: int = 0
    outside: int = 0
    outside_sure: int = 0
    outside_quiet: int = 0
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, text: str, intent: str, chances: Mapping[str, float], reading: Reading) -> None:
        """Count one phrase."""
        sure = reading.sureness is Sureness.SURE
        if intent == OUTSIDE:
            self.outside += 1
            self.outside_quiet += reading.sureness is Sureness.NONE
            self.outside_sure += sure and reading.intents[0] != "greeting"
            if sure:
                self.misses.append(f"{text!r} is outside, read for sure as {reading.intents[0]}")
            return
        best = next(iter(chances))
        self.inside += 1
        self.first += best == intent
        self.offered += intent in reading.intents
        self.sure += sure
        self.sure_wrong += sure and reading.intents[0] != intent
        if best != intent:
            self.confused[intent, best] += 1
        if intent not in reading.intents:
            self.misses.append(f"{text!r} is {intent}, read as {best}: {reading.sureness} {reading.intents}")

    def row(self) -> str:
        """Return a row of the table."""
        parts = [
            _share(self.first, self.inside),
            _share(self.offered, self.inside),
            _share(self.sure, self.inside),
            _share(self.sure_wrong, self.inside),
            f"{self.outside_sure} of {self.outside}",
            _share(self.outside_quiet, self.outside),
        ]
        return f"| {self.name} ({self.inside} + {self.outside}) | {' | '.join(parts)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def held_back(part: str) -> tuple[Score, list[float]]:
    """Read the held-back phrases with the model that is shipped; return the counts and milliseconds a phrase."""
    score, took, model = Score(f"held back, {part}"), [], load_model()
    for line in read_lines(HELD_BACK / part):
        for text in line.phrases:
            began = time.perf_counter()
            typed = tokens(text)
            chances = model.chances(typed)
            reading = decide(chances, typed)
            took.append((time.perf_counter() - began) * 1000)
            score.count(text, line.intent, chances, reading)
    return score, took


def folds() -> Score:
    """Train without a fifth of the lines, read that fifth; each phrase as written, in Latin and with a slip."""
    score, lines = Score("cross-validation"), read_lines()
    order = list(range(len(lines)))
    Random(3).shuffle(order)  # noqa: S311
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS])
        model = train([line for place, line in enumerate(lines) if place not in out])
        for place in sorted(out):
            random = Random(place)  # noqa: S311
            for phrase in random.sample(lines[place].phrases, min(2, len(lines[place].phrases))):
                for text in variants(phrase, random)[:3]:
                    typed = tokens(text)
                    chances = model.chances(typed)
                    score.count(text, lines[place].intent, chances, decide(chances, typed))
    return score


def _print(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def main(arguments: list[str]) -> None:
    """Print the tables."""
    parts = [held_back(part) for part in PARTS]
    scores = [score for score, _ in parts] + ([folds()] if "--folds" in arguments else [])
    took = [each for _, times in parts for each in times]
    _print(
        [
            f"| phrases (inside + outside) | {' | '.join(COLUMNS)} |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *(each.row() for each in scores),
            "",
            f"a phrase: median {statistics.median(took):.2f} ms, slowest {max(took):.2f} ms",
            "",
            "| is | read as | times |",
            "| --- | --- | --- |",
            *(
                f"| {right} | {wrong} | {times} |"
                for each in scores
                for (right, wrong), times in each.confused.most_common(15)
            ),
        ]
    )
    if "--misses" in arguments:
        _print(line for each in scores for line in each.misses)


if __name__ == "__main__":
    main(sys.argv[1:])

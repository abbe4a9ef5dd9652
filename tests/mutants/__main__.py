"""``python -m tests.mutants``: put small faults into the code and see which of them no test notices."""

import argparse
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.covering import ROOMS, Covering, note
from tests.mutants.equivalent import Equivalents
from tests.mutants.loading import Place
from tests.mutants.sites import Site, sites
from tests.mutants.trying import End, Trial, load_libraries, try_all, try_grafts

ROOT = Path(__file__).parent.parent.parent
COVERING = ROOT / ".mutants" / "covering.json"
SOURCES = ("bot/domain", "bot/services", "storage")
_NOT = ("storage/migrations", "storage/engine/schema", "bot/services/payment_source")
_START_SECONDS, _PATIENCE_SECONDS = 20.0, 100.0
"""How long a mutant may take at least and at most: what waits for ever is noticed, too."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A site, and what became of it."""

    place: Place
    site: Site


def main() -> int:
    """Sample, try, tell; the exit status is 1 when more survived than may."""
    told = _arguments()
    if told.note is not None or not COVERING.exists():
        noted = note(ROOT, COVERING, told.note or ROOMS)
        if told.note is not None:
            return noted
    covering, equivalents = Covering.read(COVERING), Equivalents.read()
    found = [each for each in _mutants(told.sources) if not told.only or each.site.operator in told.only]
    made = [each for each in found if not equivalents.has(each.place.file, each.site, _line(each))]
    chosen = sorted(made, key=lambda each: _lot(told.seed, each.place))[: told.sample or None]
    made = sorted(chosen, key=lambda each: (each.place.file, each.place.number))
    _say(f"{len(found)} mutants, {len(found) - len(equivalents.matched)} not equivalent, {len(made)} tried")
    load_libraries()
    began = time.monotonic()
    trials = [_trial(each, covering, told.most) for each in made]
    _control(trials)
    ends = _second_opinion(made, _try(trials, told.jobs), covering, told)
    return _tell(made, ends, told.most_percent, time.monotonic() - began)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("sources", nargs="*", default=list(SOURCES), help="files or folders of bot/ and storage/")
    parser.add_argument("--sample", type=int, default=0, help="try so many of them; 0 for all")
    parser.add_argument("--only", nargs="+", default=[], help="kinds of change: edge number bool not and-or sql …")
    parser.add_argument("--seed", type=int, default=1, help="which ones: the same seed, the same sample")
    parser.add_argument("--jobs", type=int, default=2, help="so many at a time")
    parser.add_argument("--most", type=int, default=25, help="tests a mutant meets at first")
    parser.add_argument("--again", type=int, default=60, help="tests of its module a survivor meets then; 0 for all")
    parser.add_argument("--most-percent", type=float, default=5.0, help="of the tried ones so many may survive")
    parser.add_argument("--note", nargs="*", metavar="TESTS", help="only note anew which functions these tests run")
    return parser.parse_args()


def _mutants(sources: Sequence[str]) -> Iterator[Mutant]:
    for source in sources:
        given = ROOT / source
        for path in sorted(given.rglob("*.py") if given.is_dir() else [given]):
            file = str(path.relative_to(ROOT))
            if not file.startswith(_NOT):
                found = sites(path.read_text(encoding="utf-8"))
                yield from (Mutant(Place(file, number), site) for number, site in enumerate(found))


def _lot(seed: int, place: Place) -> bytes:
    """Draw: the same seed takes the same mutants, whatever others there are."""
    return hashlib.sha256(f"{seed}:{place.file}:{place.number}".encode()).digest()


def _line(mutant: Mutant) -> str:
    text = (ROOT / mutant.place.file).read_text(encoding="utf-8")
    return text.splitlines()[mutant.site.line - 1].strip()


def _trial(mutant: Mutant, covering: Covering, most: int) -> Trial:
    tests = covering.of(mutant.place.file, mutant.site.function, mutant.site.line)[: most or None]
    seconds = sum(covering.seconds.get(test, 1.0) for test in tests)
    patience = min(_START_SECONDS + 3 * seconds, _PATIENCE_SECONDS)
    return Trial(mutant.place, tests, patience, graft=mutant.site.function)


def _try(trials: Sequence[Trial], jobs: int) -> list[End]:
    """Try those of functions where everything is loaded, the others where nothing is."""
    grafts = [number for number, trial in enumerate(trials) if trial.graft]
    others = [number for number, trial in enumerate(trials) if not trial.graft]
    ends = dict(zip(grafts, try_grafts(ROOT, [trials[number] for number in grafts], jobs), strict=True))
    ends |= zip(others, try_all(ROOT, [trials[number] for number in others], jobs), strict=True)
    return [ends[number] for number in range(len(trials))]


def _control(trials: Sequence[Trial]) -> None:
    """Require that the tests pass without a mutant: or every mutant would be called killed."""
    tests = sorted({trial.tests[0] for trial in trials if trial.tests})
    if tests and try_all(ROOT, [Trial(None, tests, 600)], 1) != [End.SURVIVED]:
        raise SystemExit("the tests fail without any mutant")


def _second_opinion(
    made: Sequence[Mutant], ends: Sequence[End], covering: Covering, told: argparse.Namespace
) -> list[End]:
    """Try who survived those of its function with more of its module's: what is cached ran in the first test alone."""
    again = [number for number, end in enumerate(ends) if end is End.SURVIVED]
    whole = [Mutant(made[number].place, Site(0, "", "", "")) for number in again]
    second = try_all(ROOT, [_trial(each, covering, told.again) for each in whole], told.jobs)
    final = list(ends)
    for number, end in zip(again, second, strict=True):
        final[number] = end
    return final


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _tell(made: Sequence[Mutant], ends: Sequence[End], most_percent: float, seconds: float) -> int:
    survivors = [mutant for mutant, end in zip(made, ends, strict=True) if end in {End.SURVIVED, End.UNTRIED}]
    for file, count in sorted(Counter(mutant.place.file for mutant in made).items()):
        left = [mutant for mutant in survivors if mutant.place.file == file]
        _say(f"{file:50} {count:4} tried {len(left):3} survived")
        for mutant in left:
            site = mutant.site
            _say(f"    {file}:{site.line} #{mutant.place.number} {site.function} [{site.operator}] {site.change}")
    counts = Counter(ends)
    percent = 100 * len(survivors) / (len(made) or 1)
    told = ", ".join(f"{counts[end]} {end}" for end in End)
    _say(f"{told}: {percent:.1f} % of {len(made)} live; {seconds:.0f} s")
    return int(percent > most_percent)


if __name__ == "__main__":
    raise SystemExit(main())

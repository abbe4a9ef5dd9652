"""Running the machine until so many actions were taken."""

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.queue_model.machine import QueueMachine

_STEPS_EACH = 100


def run_model(steps: int, first_seed: int = 0, *, shrink: bool = True) -> int:
    """Take at least ``steps`` actions, in runs of up to a hundred on a file of their own; return how many were taken.

    Raises what the first violated invariant raises.
    """
    before, number = QueueMachine.checked, first_seed
    while (taken := QueueMachine.checked - before) < steps:
        examples = max(1, min(200, (steps - taken) // _STEPS_EACH))
        run_state_machine_as_test(seed(number)(QueueMachine), settings=_settings(examples, shrink=shrink))
        number += 1
    return taken


def _settings(examples: int, *, shrink: bool) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=_STEPS_EACH,
        deadline=None,
        database=None,
        print_blob=False,
        verbosity=Verbosity.normal,
        phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

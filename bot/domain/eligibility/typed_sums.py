"""A quarter's income typed at once: one sum for every month, the three months by a plus, or their total."""

import re

from bot.domain.errors import InvalidInput
from bot.domain.money import parse_money

MONTHS = 3
MOST = 100_000_000
_BETWEEN = re.compile(r"[+;\n]+")


def parse_month_sums(text: str, *, whole_quarter: bool = False) -> tuple[int, int, int]:
    """Read `85 000` (each month) or `85 000 + 85 000 + 0` (month by month) as tenge.

    With `whole_quarter` one sum is the total of the three months and is spread over them to the last tenge.
    Raises `InvalidInput`: `sums-count` (param `given`: neither one sum nor three) and what `parse_money` raises.
    """
    sums = [parse_money(part, maximum=MOST) for part in _BETWEEN.split(text.strip().strip("+;"))]
    match sums:
        case [total] if whole_quarter:
            share = total // MONTHS
            return share, share, total - 2 * share
        case [each]:
            return each, each, each
        case [first, second, third]:
            return first, second, third
    raise InvalidInput("sums-count", given=len(sums))

"""Ids of open dialogs that never meet.

aiogram-dialog makes an id of the present second and one of a hundred random numbers: of two dialogs opened by one
person within a second, one pair in a hundred shares the id. The second then takes the place of the first, is drawn
twice, and its buttons count as outdated. Ids drawn from the whole range of the same six signs do not meet.
"""

import secrets

from aiogram_dialog.api.entities import stack

SIGNS = 6
_RANGE = 62**SIGNS


def use_distinct_ids() -> None:
    """Make every dialog opened from now on carry such an id."""
    stack.new_int_id = lambda: secrets.randbelow(_RANGE)

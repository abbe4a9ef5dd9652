"""Nobody's data for previews: a person, the moment it is, a key that opens nothing."""

from datetime import date
from typing import Any, NoReturn

from bot.domain.sealing import DataKey, DataKeyDestroyedError

NOW, TODAY = 1_795_496_400, date(2026, 11, 24)
"""A Tuesday, 10:00 in Kazakhstan."""
IIN = "850615100017"
"""Of 1885: nobody has it."""
MASKED_IIN = "8506••••0017"
PHONE, ACCOUNT = "+77000000001", "KZ04601A000000000002"
SURNAME, NAME, PATRONYMIC = "Ғабитова", "Әлия", "Серікқызы"
WHOLE_NAME = f"{SURNAME} {NAME} {PATRONYMIC}"
CASE_CODE, TICKET = "KT4MR7HX", "K120"


def _refuse(purpose: str, _content: object) -> NoReturn:
    raise DataKeyDestroyedError(purpose)


class _NoKey:
    """A key for previews that opens nothing."""

    id = 0

    def seal(self, purpose: str, value: object) -> bytes:
        _refuse(purpose, value)

    def open(self, purpose: str, sealed: bytes) -> Any:
        _refuse(purpose, sealed)

    def seal_bytes(self, purpose: str, content: bytes) -> bytes:
        _refuse(purpose, content)

    def open_bytes(self, purpose: str, sealed: bytes) -> bytes:
        _refuse(purpose, sealed)


NO_KEY: DataKey = _NoKey()

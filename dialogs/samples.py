"""Nobody's data for previews: a person, the moment it is, a key that opens nothing."""

from datetime import date

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.engine.encryption import DataKey

NOW, TODAY = 1_795_496_400, date(2026, 11, 24)
"""A Tuesday, 10:00 in Kazakhstan."""
IIN = "850615100017"
"""Of 1885: nobody has it."""
MASKED_IIN = "8506••••0017"
PHONE, ACCOUNT = "+77000000001", "KZ04601A000000000002"
SURNAME, NAME, PATRONYMIC = "Ғабитова", "Әлия", "Серікқызы"
WHOLE_NAME = f"{SURNAME} {NAME} {PATRONYMIC}"
CASE_CODE, TICKET = "KT4MR7HX", "K120"
NO_KEY = DataKey(0, AESGCM(bytes(16)))

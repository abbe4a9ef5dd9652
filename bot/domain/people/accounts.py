"""KZ IBAN, and the banks named by the three digits inside (domain §3.6)."""

import re
import string
from dataclasses import dataclass
from typing import NewType

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import is_cyrillic, without_separators


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank: its three-digit code, BIC, and names in both languages."""

    code: str
    bic: str
    name_kk: str
    name_ru: str


_ROWS = (
    Bank("722", "CASPKZKA", "Kaspi Bank", "Kaspi Bank"),
    Bank("601", "HSBKKZKX", "Халық банкі (Halyk)", "Народный Банк (Halyk)"),
    Bank("563", "KPSTKZKA", "Қазпошта", "Казпочта"),
    Bank("856", "KCJBKZKX", "Банк ЦентрКредит", "Банк ЦентрКредит"),
    Bank("965", "IRTYKZKA", "ForteBank", "ForteBank"),
    Bank("998", "TSESKZKA", "Alatau City Bank (бұрынғы Jusan)", "Alatau City Bank (бывший Jusan)"),
    Bank("948", "EURIKZKA", "Еуразиялық банк", "Евразийский банк"),
    Bank("972", "HCSKKZKA", "Отбасы банк", "Отбасы банк"),
    Bank("821", "KINCKZKA", "Bank RBK", "Bank RBK"),
    Bank("886", "INLMKZKA", "Home Credit Bank", "Home Credit Bank"),
    Bank("849", "NURSKZKX", "Нұрбанк", "Нурбанк"),
    Bank("949", "ATYNKZKA", "Altyn Bank", "Altyn Bank"),
    Bank("551", "KSNVKZKA", "бұрынғы Kassa Nova", "бывший Kassa Nova"),
    Bank("432", "VTBAKZKZ", "ВТБ (Қазақстан)", "ВТБ (Казахстан)"),
    Bank("832", "CITIKZKA", "Citibank Kazakhstan", "Citibank Kazakhstan"),
    Bank("913", "BKCHKZKA", "Bank of China (Қазақстан)", "Bank of China (Казахстан)"),
    Bank("930", "ICBKKZKX", "ICBC Almaty", "ICBC Almaty"),
    Bank("246", "HLALKZKZ", "Al Hilal", "Al Hilal"),
    Bank("435", "SHBKKZKA", "Shinhan Bank Kazakhstan", "Shinhan Bank Kazakhstan"),
    Bank("914", "SABRKZKA", "бұрынғы Сбербанк (Bereke Bank)", "бывший Сбербанк (Bereke Bank)"),
    Bank("826", "ALMNKZKA", "бұрынғы АТФБанк", "бывший АТФБанк"),
    Bank("070", "KKMFKZ2A", "Қазынашылық комитеті", "Комитет казначейства"),
    Bank("009", "GCVPKZ2A", "«Азаматтарға арналған үкімет»", "«Правительство для граждан»"),
    Bank("125", "NBRKKZKX", "Ұлттық Банк", "Национальный Банк"),
)

BANKS: dict[str, Bank] = {bank.code: bank for bank in _ROWS}
AID_BANK_CODES = ("563", "601")
"""АӘК is paid to Казпочта or Halyk, in the applicant's own name (egov.kz pass166_mtszn; domain §3.6)."""


Iban = NewType("Iban", str)
_PLAIN = re.compile("KZ[0-9]{5}[0-9A-Z]{13}")
_VALUES = {ord(letter): str(int(letter, 36)) for letter in string.ascii_uppercase}


@dataclass(frozen=True, slots=True)
class Account:
    """A checked account number and its bank; `bank` is None for a code we do not know, which only warns."""

    iban: Iban
    bank_code: str
    bank: Bank | None


def parse_iban(text: str) -> Account:
    """Read a KZ IBAN as typed: spaces, hyphens, lower case are fine.

    Raises `InvalidInput`: `iban-cyrillic` (letters of the other keyboard are not guessed: К and З look like K
    and 3), `iban-is-card` (sixteen digits are a card number), `iban-chars`, `iban-country`, `iban-length`
    (param `length`), `iban-bank-digits`, `iban-checksum`.
    """
    value = without_separators(text).upper()
    if any(is_cyrillic(char) for char in value):
        raise InvalidInput("iban-cyrillic")
    if len(value) == 16 and value.isdigit():
        raise InvalidInput("iban-is-card")
    if not (value.isascii() and value.isalnum()):
        raise InvalidInput("iban-chars")
    if not value.startswith("KZ"):
        raise InvalidInput("iban-country")
    if len(value) != 20:
        raise InvalidInput("iban-length", length=len(value))
    if not value[4:7].isdigit():
        raise InvalidInput("iban-bank-digits")
    if not is_plain_iban(value):
        raise InvalidInput("iban-checksum")
    return Account(Iban(value), value[4:7], BANKS.get(value[4:7]))


def is_plain_iban(text: str) -> bool:
    """Tell whether the text is a KZ IBAN as it is printed without spaces, with right check digits (ISO 13616-1).

    They are 98 less the remainder, so 02 to 98: 00, 01 and 99 leave the same remainder and are never issued.
    """
    if not _PLAIN.fullmatch(text) or not "02" <= text[2:4] <= "98":
        return False
    return int((text[4:] + text[:4]).translate(_VALUES)) % 97 == 1


def require_aid_account(account: Account) -> None:
    """Raise `InvalidInput("iban-aid-bank")` unless АӘК can be paid there: bank code 563 or 601."""
    if account.bank_code not in AID_BANK_CODES:
        raise InvalidInput("iban-aid-bank", bank=account.bank_code)


def mask_iban(iban: str) -> str:
    """Return the number as people are shown it: bank and last four only, `KZ•• 722• •••• •••• 0001`."""
    return f"{iban[:2]}•• {iban[4:7]}• •••• •••• {iban[-4:]}"

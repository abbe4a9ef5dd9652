"""Banks by the three digits inside a KZ IBAN (domain.md §3.6: schwifty's registry against two public lists).

The code and BIC are firm; banks were renamed and merged, so a name says whose code it was, not who owns it
today.
"""

from dataclasses import dataclass


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
"""АӘК is paid to Казпочта or Halyk, in the applicant's own name (egov.kz pass166_mtszn; domain.md §3.6)."""

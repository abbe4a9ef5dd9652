"""How much a first application costs a family of five, in presses and typed answers, as the README says."""

import re
from dataclasses import dataclass
from typing import Any

from bot.data_files import ROOT, regions
from tests.support.forms.aid import IBAN, IIN, photo
from tests.support.forms.steps import ASTANA
from tests.support.world import Reader, World

README = ROOT / "README.md"
FAMILY = (
    ("spouse", "Ғабитов Ерлан", "10.03.1984", "unemployed"),
    ("child", "Ғабитова Аружан", "15.06.2010", "child"),
    ("child", "Ғабитов Әлихан", "02.09.2015", "child"),
    ("child", "Ғабитова Іңкәр", "20.01.2021", "child"),
)


@dataclass(slots=True)
class Counted:
    """A person whose presses, typed answers and sent files are counted."""

    person: Reader
    presses: int = 0
    typed: int = 0
    files: int = 0

    async def press(self, asks: str, key: str, **args: Any) -> None:
        """See a question and press a button."""
        await self.person.sees(asks)
        await self.person.presses(key, **args)
        self.presses += 1

    async def press_label(self, label: str | re.Pattern[str]) -> None:
        """Press a button by what it says."""
        await self.person.actor.presses(label)
        self.presses += 1

    async def type(self, asks: str, text: str) -> None:
        """See a question and type the answer."""
        await self.person.sees(asks)
        await self.person.says(text)
        self.typed += 1


async def test_a_first_application_of_a_family_of_five(world: World, language: str) -> None:
    me = Counted(await world.citizen(501, language))
    await me.press("menu-home", "menu-aid")
    await _about_oneself(me)
    await _family(me)
    await _incomes(me)
    await _papers(me)
    await _sends(me)
    told = f"{me.presses} presses, {me.typed} typed answers and {me.files} photo"
    assert told in " ".join(README.read_text(encoding="utf-8").split()), told


async def _about_oneself(me: Counted) -> None:
    await me.person.presses("aid-apply")
    me.presses += 1
    await me.person.sees("aid-field-region")
    await me.press_label(getattr(regions()[ASTANA], me.person.language))
    await me.press("aid-field-history", "aid-field-history-first")
    await me.press("aid-field-channel", "aid-field-channel-centre")
    await me.type("aid-field-iin", IIN)
    await me.type("aid-field-surname", "Ғабитова Ұлжан Серікқызы")
    await me.person.sees("form-name-parts", surname="Ғабитова", name="Ұлжан", patronymic="Серікқызы")
    await me.person.presses("form-name-right")
    me.presses += 1
    await me.type("aid-field-born", "15.06.1985")
    await me.type("aid-field-phone", "8 700 000 00 01")
    await me.press("aid-field-email", "form-skip")
    await me.type("aid-field-address", "Астана, Абай 10")
    await me.press("aid-field-state", "aid-field-state-caring_child")


async def _family(me: Counted) -> None:
    await me.press("aid-field-living", "aid-field-living-family")
    for relation, name, born, state in FAMILY:
        await me.press("aid-field-members", "aid-member-add")
        await me.press("aid-member-relation", f"aid-member-relation-{relation}")
        await me.type("aid-member-name", name)
        await me.press("aid-member-iin", "form-skip")
        await me.type("aid-member-born", born)
        if not born.endswith(("2015", "2021")):
            await me.press("aid-member-state", f"aid-member-state-{state}")
    await me.press("aid-field-members", "aid-members-ready")


async def _incomes(me: Counted) -> None:
    """Tell the incomes: the spouse had a wage in each month; the others had nothing."""
    await me.person.sees("aid-field-incomes")
    await me.press_label(re.compile("Ерлан"))
    await me.person.presses("aid-kind-wage")
    me.presses += 1
    await me.person.says("85 000")
    me.typed += 1
    for month in ("2/3", "3/3"):
        await me.person.actor.sees(re.compile(month))
        await me.press_label(re.compile(r"85\s000"))
    await me.person.actor.sees(re.compile(r"255\s000"))
    await me.person.presses("aid-income-ready")
    await me.person.presses("aid-incomes-rest")
    await me.person.presses("aid-incomes-ready")
    me.presses += 3


async def _papers(me: Counted) -> None:
    await me.press("aid-field-plot", "aid-field-plot-no")
    await me.type("aid-field-iban", IBAN)
    await me.press("aid-field-account-owner", "aid-field-account-owner-own")
    await me.person.sees("aid-field-evidence")
    await me.person.actor.sends_photo(photo(1))
    me.files += 1
    await me.person.sees("aid-pages", count=1)
    await me.person.presses("aid-pages-ready")
    me.presses += 1
    for paper in ("alimony-paper", "job-request", "work-consent", "documents"):
        await me.press(f"aid-field-{paper}", "aid-excuse-not_needed")
    await me.press("aid-field-content", "form-skip")
    await me.press("aid-field-family-consent", "aid-field-family-consent-given")


async def _sends(me: Counted) -> None:
    await me.person.actor.sees("Ғабитова")
    await me.person.presses("aid-to-consent")
    await me.person.presses("aid-submit")
    me.presses += 2
    await me.person.actor.sees(lambda message: message.document is not None, timeout=60)

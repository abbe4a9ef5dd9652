"""The project's texts keep every rule, and the checker finds each kind of mistake."""

import json
from pathlib import Path

import pytest

from bot.data_files import ROOT
from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import read_twelve_digits
from bot.texts import Bilingual, LocalDate, LocalDateTime, Money, TextRef, Value, from_json, shipped_texts, to_json
from bot.texts.check.rules import check

TEXTS = shipped_texts()
KK = "hello = Сәлем, { $name }!\nyes = Иә\nerror-name-empty = Атыңызды жазыңыз\n"
RU = "hello = Здравствуйте, { $name }!\nyes = Да\nerror-name-empty = Напишите имя\n"
CODE = """
def say(manager, key, **args):
    return texts.get(manager.language, key, **args)

say(manager, "hello", name=name)
ButtonText("yes")
raise InvalidInput("name-empty")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module and three texts, all in order."""
    for language, words in (("kk", KK), ("ru", RU)):
        (tmp_path / "locales" / language).mkdir(parents=True)
        (tmp_path / "locales" / language / "a.ftl").write_text(words, encoding="utf-8")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "code.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def test_every_text_keeps_the_rules() -> None:
    problems = check(ROOT)
    assert not problems, "\n".join(problems)


def test_a_project_in_order_has_no_problems(project: Path) -> None:
    assert check(project) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("locales/ru/a.ftl", "yes = Да\n", "", "yes is in one language only"),
        ("locales/ru/a.ftl", "yes = Да\n", "yes = Да\nyes = Да\n", "yes: written twice"),
        ("locales/ru/a.ftl", "{ $name }", "{ $who }", "variables differ: ['name'] and ['who']"),
        ("locales/ru/a.ftl", "yes = Да", "yes = Иә", "the letter ә is of the other language"),
        ("locales/kk/a.ftl", "yes = Иә", "yes = Да", "the same in both languages: 'Да'"),
        ("locales/kk/a.ftl", "Иә", "<b>Иә</b>", "a button has no markup"),
        ("locales/kk/a.ftl", "Иә", "Иә" * 21, "too long for a button"),
        ("locales/kk/a.ftl", "Сәлем", "<b>Сәлем", "<b> is not closed"),
        ("locales/kk/a.ftl", "Сәлем", "<h1>Сәлем</h1>", "Telegram knows no <h1>"),
        ("locales/kk/a.ftl", "Сәлем", "Сәлем</b>", "</b> closes nothing"),
        ("locales/kk/a.ftl", "Сәлем", "Сәлем" * 1000, "longer than 4096 characters"),
        ("locales/kk/a.ftl", "Сәлем, ", "Сәлем №", "is written «№ …»"),
        ("locales/kk/a.ftl", "yes = Иә", "yes Иә", "cannot be read"),
        ("bot/code.py", '"yes"', '"no"', "there is no text no"),
        ("bot/code.py", '"yes"', '"no"', "yes is used nowhere"),
        ("bot/code.py", "name=name", "who=name", "hello is given ['who'], it needs ['name']"),
        ("bot/code.py", '"name-empty"', '"name-long"', "there is no text error-name-long"),
        ("bot/code.py", '"name-empty"', '"name-long"', "error-name-empty: nothing raises this code"),
        ("bot/code.py", 'ButtonText("yes")', 'ButtonText(f"yes-{x}")', "there is no text yes-…"),
        ("bot/code.py", 'ButtonText("yes")', 'StaffAction("take", take, "no")', "there is no text no"),
        (
            "bot/code.py",
            'ButtonText("yes")',
            'StaffAction("take", take, "hello")',
            "hello is given [], it needs ['name']",
        ),
        ("bot/code.py", 'ButtonText("yes")', 'ChoiceField(key="yes")', "there is no text yes-why"),
    ],
)
def test_a_mistake_is_told(project: Path, file: str, old: str, new: str, told: str) -> None:
    path = project / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")
    problems = check(project)
    assert any(told in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ('TextRef("hello", {"name": 1})', None),
        ('TextRef("hello", {"who": 1})', "who"),
        ('TextRef("hello")', ""),
        ('def told(who):\n    values = {"who": who}\n    return TextRef("hello", values)', "who"),
        (
            'def told(who):\n    values = {"who": who}\n    values["name"] = who\n    return TextRef("hello", values)',
            None,
        ),
        ('def told(who):\n    values = {}\n    values |= {"name": who}\n    return TextRef("hello", values)', None),
        (
            'def told(who):\n    values = {each: 1 for each in ("who", "age")}\n    return TextRef("hello", values)',
            "age, who",
        ),
        ('def named(who):\n    return {"who": who}\nTextRef("hello", {**named(1), "age": 2})', "age, who"),
        ('def named(who):\n    return {**others(who)}\nTextRef("hello", {**named(1), "age": 2})', None),
        ('TextRef("yes" if x else "hello", {"who": 1})', "who"),
        ('def told(x):\n    key = "yes" if x else "hello"\n    return TextRef(key, {"who": 1})', "who"),
        ('KEYS = {1: "hello", 2: "yes"}\ndef told(x):\n    return TextRef(KEYS[x], {"who": 1})', "who"),
        ('say(manager, "hello", **{"who": 1})', "who"),
        (
            'def tell(key, args=None):\n    return {"key": key, "args": to_json(args or 1)}\ntell("hello", {"who": 1})',
            "who",
        ),
        (
            'def tell(key, args=None):\n    return {"key": key, "args": {"name": 1, **(args or {})}}\ntell("hello")',
            None,
        ),
        ('def tell(words):\n    return say(None, words, who=1)\ntell("hello")', "who"),
        (
            'class P:\n    def html(self, key, **args):\n        return say(self, key, **args)\np.html("hello")',
            "",
        ),
    ],
)
def test_values_are_followed_to_the_text(project: Path, code: str, given: str | None) -> None:
    (project / "bot" / "more.py").write_text(code, encoding="utf-8")
    names = [f"'{name}'" for name in (given or "").split(", ") if name]
    told = f"hello is given [{', '.join(names)}], it needs ['name']"
    assert [problem.partition(": ")[2] for problem in check(project)] == ([told] if given is not None else [])


def test_a_text_put_together_needs_what_is_given_where_it_is(project: Path) -> None:
    for language in ("kk", "ru"):
        path = project / "locales" / language / "a.ftl"
        path.write_text(f"{path.read_text(encoding='utf-8')}bye-now = {{ $when }}\n", encoding="utf-8")
    (project / "bot" / "more.py").write_text('TextRef(f"bye-{x}", {"at": 1})', encoding="utf-8")
    assert check(project) == ["bot/more.py:1: bye-now is given ['at'], it needs ['when']"]
    (project / "bot" / "other.py").write_text('TextRef(f"bye-{x}", {"when": 1})', encoding="utf-8")
    assert check(project) == []


ENUM = 'class State(StrEnum):\n    OPEN = "open"\n    IN_CHECK = "in_check"\n\n'


@pytest.mark.parametrize(
    "code",
    [
        'for each in ("open", "in_check"):\n    TextRef(f"state-{each}")',
        'STATES = ("open", "in_check")\nlabels = [ButtonText(f"state-{each}") for each in STATES]',
        f'{ENUM}def told(state: State):\n    return TextRef(f"state-{{state}}")',
        f'{ENUM}labels = [TextRef(f"state-{{each.value}}") for each in State]',
        f'{ENUM}class Case:\n    state: State\ndef of(case: Case):\n    return TextRef(f"state-{{case.state.value}}")',
    ],
)
def test_every_value_put_into_a_key_is_followed(project: Path, code: str) -> None:
    (project / "bot" / "more.py").write_text(code, encoding="utf-8")
    _write(project, ["state-open", "state-in_check"])
    assert check(project) == []
    _write(project, ["state-open"])
    (problem,) = check(project)
    assert problem.endswith("there is no text state-in_check")


def test_a_value_is_put_in_as_it_is_changed(project: Path) -> None:
    code = "def told(state: State):\n    return TextRef(f\"state-{state.value.replace('_', '-')}\")"
    (project / "bot" / "more.py").write_text(ENUM + code, encoding="utf-8")
    _write(project, ["state-open", "state-in-check"])
    assert check(project) == []


@pytest.mark.parametrize("ending", ["", "-why", "-short", "-example"])
@pytest.mark.parametrize("kind", ["name", "documents", "choice"])
def test_a_field_of_a_form_without_one_of_its_texts_is_told(project: Path, kind: str, ending: str) -> None:
    field = {"id": "sum", "type": kind, "key": "form-sum", "options": ["no"], "excuses": ["lost"]}
    (project / "data" / "forms").mkdir(parents=True)
    (project / "data" / "forms" / "form.json").write_text(json.dumps({"fields": [field]}), encoding="utf-8")
    endings = ["", "-why", "-short", "-no", *(["-example"] if kind != "choice" else [])]
    _write(project, [*(f"form-sum{each}" for each in endings), "aid-excuse-lost"])
    assert check(project) == []
    _write(project, [*(f"form-sum{each}" for each in endings if each != ending), "aid-excuse-lost"])
    assert check(project) == ([] if ending not in endings else [f"form.json: there is no text form-sum{ending}"])


@pytest.mark.parametrize("lacking", ["form-sum-no", "aid-excuse-lost"])
def test_an_option_or_excuse_without_its_text_is_told(project: Path, lacking: str) -> None:
    field = {"id": "sum", "type": "documents", "key": "form-sum", "options": ["no"], "excuses": ["lost"]}
    (project / "data" / "forms").mkdir(parents=True)
    (project / "data" / "forms" / "form.json").write_text(json.dumps([field]), encoding="utf-8")
    whole = [*(f"form-sum{each}" for each in ("", "-why", "-short", "-no", "-example")), "aid-excuse-lost"]
    _write(project, [each for each in whole if each != lacking])
    assert check(project) == [f"form.json: there is no text {lacking}"]


def test_a_text_of_a_form_gets_no_values(project: Path) -> None:
    (project / "data" / "forms").mkdir(parents=True)
    fields = json.dumps([{"id": "sum", "type": "region", "key": "form-sum"}])
    (project / "data" / "forms" / "form.json").write_text(fields, encoding="utf-8")
    _write(project, ["form-sum", "form-sum-why", "form-sum-short"], value="{ $name } ")
    assert "form.json: form-sum is given [], it needs ['name']" in check(project)


def _write(project: Path, keys: list[str], value: str = "") -> None:
    for language, word in (("kk", "Әр"), ("ru", "Да")):
        lines = "".join(f"{key} = {value}{word} {no}\n" for no, key in enumerate(keys))
        (project / "locales" / language / "forms.ftl").write_text(lines, encoding="utf-8")


def test_texts_in_another_order_are_told(project: Path) -> None:
    lines = RU.splitlines(keepends=True)
    (project / "locales/ru/a.ftl").write_text("".join(reversed(lines)), encoding="utf-8")
    assert check(project) == ["a.ftl: the order differs from hello on"]


@pytest.mark.parametrize("prefix", ["iin", "bin"])
@pytest.mark.parametrize("typed", ["٠١٢", "abc", "12", "123456789012"])
def test_each_number_has_its_own_reasons(prefix: str, typed: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        read_twelve_digits(typed, prefix)
    for language in ("kk", "ru"):
        assert TEXTS.get(language, f"error-{raised.value.code}", **raised.value.params)


STORED: dict[str, Value] = {
    '{"$": "Money", "amount": 42500}': Money(42_500),
    '{"$": "Day", "iso": "2026-11-23", "style": "short"}': LocalDate("2026-11-23", "short"),
    '{"$": "Moment", "at": 1795000000, "zone": "Asia/Almaty", "style": "visit"}': LocalDateTime(
        1_795_000_000, style="visit"
    ),
    '{"$": "Both", "kk": "Астана", "ru": "Астана"}': Bilingual("Астана", "Астана"),
    '{"$": "Key", "key": "case-by", "args": {"by": {"$": "Money", "amount": 1}}}': TextRef("case-by", {"by": Money(1)}),
    '"Асел"': "Асел",
    "7": 7,
}


@pytest.mark.parametrize(("stored", "value"), STORED.items())
def test_a_value_is_stored_under_the_same_names_for_ever(stored: str, value: Value) -> None:
    """Messages wait for days, dialogs for months: what an earlier release stored, a later one reads."""
    assert from_json({"it": json.loads(stored)}) == {"it": value}
    assert json.dumps(to_json({"it": value})["it"], ensure_ascii=False) == stored

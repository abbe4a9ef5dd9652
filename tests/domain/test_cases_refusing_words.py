"""Words that refuse a plan are told from words that agree, in both languages and without Kazakh letters."""

import pytest

from bot.domain.cases.refusing_words import says_no


@pytest.mark.parametrize(
    "words",
    [
        "Жоқ, келіспеймін, маған жұмыс керек емес",
        "келиспеймин",
        "Жок",
        "Бас тартамын",
        "Мен бұл жоспарға қарсымын",
        "Не согласна с планом",
        "НЕТ!",
        "Отказываюсь",
        "я против",
        "На курсы не буду ходить",
    ],
)
def test_a_no_is_heard(words: str) -> None:
    assert says_no(words)


@pytest.mark.parametrize(
    "words",
    ["Жоспармен келісемін", "Согласна, буду выполнять", "Нет вопросов, согласен", "Не против, принимаю", "Когда курс?"],
)
def test_what_is_no_refusal_is_left(words: str) -> None:
    assert not says_no(words)

"""The list of ready answers: what it may hold, to the last letter, and where a wrong one is wrong."""

from pathlib import Path

import pytest

from bot.services.cases.messages.canned_answers import CannedError, canned_answers


def _list(tmp_path: Path, answer: str = "one", title: str = "А", text: str = "А") -> Path:
    path = tmp_path / "answers.toml"
    fields = f'id = "{answer}"\ntitle = {{ kk = "{title}", ru = "А" }}\ntext = {{ kk = "{text}", ru = "А" }}'
    path.write_text(f"[[answer]]\n{fields}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("field", "fits", "wrong", "said"),
    [
        ("title", "Ә", " ", "title.kk"),
        ("title", "Ә" * 40, "Ә" * 41, "title.kk"),
        ("text", "Ә", " ", "text.kk"),
        ("text", "Ә" * 1000, "Ә" * 1001, "text.kk"),
        ("answer", "a", "", "id"),
        ("answer", "a" * 21, "a" * 22, "id"),
    ],
)
def test_a_ready_answer_is_as_long_as_a_button_and_a_message_hold(
    tmp_path: Path, field: str, fits: str, wrong: str, said: str
) -> None:
    assert len(canned_answers(_list(tmp_path, **{field: fits}))) == 1
    with pytest.raises(CannedError, match=said):
        canned_answers(_list(tmp_path, **{field: wrong}))

"""``python -m bot import-payments``: the summary, the lines of wrong rows, one line for a file that is no registry."""

from pathlib import Path

import pytest

from bot.cli.import_payments import Wanted, import_file
from bot.settings import Settings, SetupError
from tests.support.payments.services import REGISTRY


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path)


def test_the_summary_counts_rows_and_the_second_time_changes_nothing(settings: Settings) -> None:
    assert import_file(settings, REGISTRY, Wanted("ru")) == "Реестр загружен. Новых: 16, изменено: 0, без изменений: 0."
    assert import_file(settings, REGISTRY, Wanted("kk")) == "Тізілім жүктелді. Жаңа: 0, өзгерген: 0, өзгеріссіз: 16."


def test_every_wrong_row_has_its_line_and_reason(settings: Settings, tmp_path: Path) -> None:
    bad = REGISTRY.read_text(encoding="utf-8").replace("900312600102", "900312600103").replace("2020-05-06", "мамыр")
    file = tmp_path / "bad.csv"
    file.write_text(bad, encoding="utf-8")
    with pytest.raises(SetupError) as failed:
        import_file(settings, file, Wanted("ru"))
    head, first, second = str(failed.value).splitlines()
    assert head.endswith("Строк с ошибками: 2.")
    assert first.startswith("строка 2: ")
    assert second.startswith("строка 4: ")
    assert "status_at" in second
    assert "<" not in str(failed.value)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_one_line(settings: Settings, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "none.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SetupError) as failed:
        import_file(settings, file, Wanted("ru"))
    assert len(str(failed.value).splitlines()) == 1
    assert "none.csv" in str(failed.value)

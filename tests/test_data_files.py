"""One module knows where the project's folder is, so that files may move without losing their data."""

import pytest

from bot.data_files import DATA, read_toml, regions, rows


def test_the_tables_are_read_from_the_data() -> None:
    assert DATA.is_dir()
    assert rows("regions.csv")[0].keys() >= {"kato", "name_kk", "name_ru"}
    assert list(regions()) == [row["kato"] for row in rows("regions.csv")]
    assert read_toml("duty.toml").keys() == {"from", "until"}


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-table"):
        rows("no-such-table.csv")

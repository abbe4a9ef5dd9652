"""The settings' file, their defaults, and the one line that says what is wrong."""

from pathlib import Path

import pytest

from bot.data_files import ROOT
from bot.settings import Settings, SetupError, load_settings, secret_bytes

EXAMPLE = ROOT / ".env.example"


@pytest.fixture(autouse=True)
def _only_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep this machine's environment and ``.env`` out."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def _names(text: str) -> list[str]:
    return [line.partition("=")[0] for line in text.splitlines() if line and not line.startswith("#")]


def test_the_example_names_every_setting_once_and_nothing_else() -> None:
    names = _names(EXAMPLE.read_text(encoding="utf-8"))
    assert sorted(names) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_shows_the_defaults() -> None:
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)


def test_every_setting_of_the_example_is_explained() -> None:
    explained = False
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            explained = not line.startswith("# ---")
        elif line:
            assert explained, line
            explained = False


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("HTTP_PORT", "70000", "HTTP_PORT: "),
        ("HOLD_SECONDS", "5", "HOLD_SECONDS: "),
        ("REMINDER_OFFSETS", "a day", "REMINDER_OFFSETS: Value error, write it like 24h, 2h"),
        ("QUIET_HOURS", "21:00", "QUIET_HOURS: Value error, write it like 21:00-08:00"),
        ("ADMIN_IDS", "aliya", "ADMIN_IDS: "),
        ("BOT_API_URL", "ftp://x", "BOT_API_URL: Value error, must begin with http:// or https://"),
        ("DATABASE_URL", "postgresql://x", "DATABASE_URL: Value error, only sqlite+aiosqlite:///PATH"),
        ("WEBHOOK_URL", "https://bot.example.kz", "WEBHOOK_URL needs WEBHOOK_SECRET"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL: "),
        ("LOG_FORMAT", "xml", "LOG_FORMAT: "),
    ],
)
def test_a_wrong_setting_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SetupError) as raised:
        load_settings()
    line = str(raised.value)
    assert line.startswith("wrong setting: ")
    assert told in line
    assert "\n" not in line


def test_all_wrong_settings_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "many")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(SetupError, match=r"HTTP_PORT: .*; LOG_LEVEL: "):
        load_settings()


def test_lists_are_read_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_IDS", "17, 18 19")
    monkeypatch.setenv("REMINDER_OFFSETS", "2d, 3h,15 m")
    settings = load_settings()
    assert settings.admin_ids == {17, 18, 19}
    assert settings.reminder_offsets == (172_800, 10_800, 900)


def test_the_database_lies_in_the_data_directory_unless_named() -> None:
    assert Settings(_env_file=None, data_dir=Path("d")).database_path == Path("d/bot.sqlite")
    named = Settings(_env_file=None, database_url="sqlite+aiosqlite:////srv/x.db")
    assert named.database_path == Path("/srv/x.db")


@pytest.mark.parametrize("secret", ["not hexadecimal", "ab" * 16])
def test_a_wrong_secret_is_told_without_showing_it(secret: str) -> None:
    with pytest.raises(SetupError, match="SECRET_KEY") as raised:
        secret_bytes(Settings(_env_file=None, secret_key=secret))
    assert secret not in str(raised.value)

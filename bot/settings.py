"""Settings from the environment and ``.env`` (names are stable: operators and tests rely on them)."""

import re
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import parse_bin
from bot.domain.people.operator import Operator

_SPAN = re.compile(r"(\d+)\s*([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class SetupError(Exception):
    """The program cannot start, or not go on, and the one line that says why; ``code`` is what it exits with."""

    code = 2


class Settings(BaseSettings):
    """What an operator may set; each field is described in the README's table."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr = SecretStr("")
    bot_api_url: str = ""
    bot_api_is_local: bool = False
    database_url: str = ""
    data_dir: Path = Path("var")
    secret_key: SecretStr = SecretStr("")
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: int = Field(8080, ge=0, le=65_535)
    simulator_port: int = Field(8081, ge=0, le=65_535)
    operator_name: str = Field("", max_length=120)
    operator_bin: str = ""
    operator_address: str = Field("", max_length=160)
    operator_contacts: str = Field("", max_length=120)
    reminder_offsets: Annotated[tuple[int, ...], NoDecode] = (86_400, 7_200)
    quiet_hours: Annotated[tuple[time, time], NoDecode] = (time(21), time(8))
    hold_seconds: int = Field(300, ge=30, le=3600)
    payments_api_url: str = ""
    payments_api_key: SecretStr = SecretStr("")
    payments_api_timeout: float = Field(6, ge=1, le=30)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    clock_file: Path | None = None
    demo_places: bool = False

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        return frozenset(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("reminder_offsets", mode="before")
    @classmethod
    def _offsets(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        spans = [_SPAN.fullmatch(part.strip()) for part in value.split(",")]
        if not all(spans):
            raise ValueError("write it like 24h, 2h")
        return tuple(int(span[1]) * _SECONDS[span[2]] for span in spans if span)

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _hours(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        start, dash, end = value.partition("-")
        if not dash:
            raise ValueError("write it like 21:00-08:00")
        return (time.fromisoformat(start.strip()), time.fromisoformat(end.strip()))

    @field_validator("bot_api_url", "webhook_url", "payments_api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("operator_bin")
    @classmethod
    def _bin(cls, value: str) -> str:
        try:
            return str(parse_bin(value)) if value else value
        except InvalidInput as problem:
            raise ValueError(f"must be a БСН/БИН of 12 digits ({problem.code})") from None

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and not value.startswith("sqlite+aiosqlite:///"):
            raise ValueError("only sqlite+aiosqlite:///PATH is served by this version")
        return value

    @model_validator(mode="after")
    def _webhook_has_secret(self) -> Self:
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET")
        return self

    @model_validator(mode="after")
    def _source_is_safe(self) -> Self:
        if self.payments_api_url and not self.payments_api_key.get_secret_value():
            raise ValueError("PAYMENTS_API_URL needs PAYMENTS_API_KEY")
        here = urlsplit(self.payments_api_url).hostname in {"127.0.0.1", "::1", "localhost"}
        if self.payments_api_url.startswith("http://") and not here:
            raise ValueError("PAYMENTS_API_URL must begin with https:// (people's numbers travel there)")
        return self

    @property
    def operator(self) -> Operator:
        """Who answers for people's data."""
        return Operator(self.operator_name, self.operator_bin, self.operator_address, self.operator_contacts)

    @property
    def database_path(self) -> Path:
        """The SQLite file: ``DATABASE_URL``'s, or the one in ``DATA_DIR``."""
        if self.database_url:
            return Path(self.database_url.removeprefix("sqlite+aiosqlite:///"))
        return self.data_dir / "bot.sqlite"


def load_settings() -> Settings:
    """Read the settings; raise SetupError with one line naming each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        told = "; ".join(f"{_where(part['loc'])}{part['msg']}" for part in error.errors())
        raise SetupError(f"wrong setting: {told}") from None


def _where(location: tuple[int | str, ...]) -> str:
    return f"{str(location[0]).upper()}: " if location else ""


def key_file(settings: Settings) -> Path:
    """Return where the secret lies that was made on the first start."""
    return settings.data_dir / "secret.key"


def secret_bytes(settings: Settings) -> bytes:
    """Return the installation's secret: ``SECRET_KEY`` (hex), or the one in ``DATA_DIR``, which must be there."""
    given = settings.secret_key.get_secret_value() or key_file(settings).read_text(encoding="ascii").strip()
    try:
        secret = bytes.fromhex(given)
    except ValueError:
        raise SetupError("wrong setting: SECRET_KEY: must be hexadecimal digits (openssl rand -hex 32)") from None
    if len(secret) < 32:
        raise SetupError("wrong setting: SECRET_KEY: must have at least 64 hexadecimal digits")
    return secret

"""How a table and its columns are written."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()


def table(name: str, *parts: Column | Index | UniqueConstraint, rowid: bool = True) -> Table:  # type: ignore[type-arg]
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def id_() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def int_(name: str, *, null: bool = False, default: str | None = None) -> Column[int]:
    return Column(name, Integer, nullable=null, server_default=text(default) if default else None)


def text_(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def blob(name: str, *, null: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=null)


def ref(name: str, target: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=null)

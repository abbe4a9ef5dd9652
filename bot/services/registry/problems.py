"""Rows that were left out of an import: from what was staged to what people are told."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.domain.errors import DomainError, InvalidInput, Param, Refusal
from storage.engine.encryption import Encryption
from storage.registry import staging
from storage.registry.staging import StagedProblem

_PURPOSE = "registry.problems"
_TWICE = "payments-row-twice"
MOST = 10_000
"""A file with more wrong rows than this is wrong as a whole; the report tells these."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in a line of the file, and the masked ИИН of that row where it has one."""

    line: int
    problem: DomainError
    shown: str = ""


def pack_problem(problem: DomainError) -> tuple[str, str, str]:
    """Return a problem as it is staged: code, kind, params."""
    if problem.code == _TWICE:
        return "", "twice", json.dumps(problem.params)
    kind = "input" if isinstance(problem, InvalidInput) else "refusal"
    params = {
        name: {"day": value.isoformat()} if isinstance(value, date) else value for name, value in problem.params.items()
    }
    return problem.code, kind, json.dumps(params, ensure_ascii=False)


def read_problems(staged: Path) -> list[RowProblem]:
    """Return the first problems that were staged, by their lines; none where nothing was."""
    if not staged.exists():
        return []
    return [_problem(row) for row in staging.problems(staged, MOST)]


def keep_problems(folder: Path, encryption: Encryption, import_id: int, problems: list[RowProblem]) -> None:
    """Keep the rows left out, encrypted, until they are sent."""
    told = [(each.line, *pack_problem(each.problem), each.shown) for each in problems]
    _file(folder, import_id).write_bytes(encryption.seal_transit(_PURPOSE, told))


def kept_problems(folder: Path, encryption: Encryption, import_id: int) -> list[RowProblem]:
    """Return what was kept; nothing when it is kept no more."""
    file = _file(folder, import_id)
    if not file.exists():
        return []
    return [_problem(StagedProblem(*row)) for row in encryption.open_transit(_PURPOSE, file.read_bytes())]


def _file(folder: Path, import_id: int) -> Path:
    return folder / f"{import_id}.problems"


def _problem(row: StagedProblem) -> RowProblem:
    if row.kind == "twice":
        return RowProblem(row.line, InvalidInput("payments-row-twice", first=json.loads(row.params)["first"]))
    kind = Refusal if row.kind == "refusal" else InvalidInput
    params = {name: _param(value) for name, value in json.loads(row.params).items()}
    return RowProblem(row.line, kind(row.code, **params), row.shown)


def _param(value: object) -> Param:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"])
    return value if isinstance(value, int) else str(value)

"""An expression where it stands."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.architecture.stored_names.meaning import Scope

Given = Mapping[tuple[int, str], "Value"]
"""Arguments by function and parameter."""


@dataclass(frozen=True, eq=False)
class Value:
    """An expression in its scope; ``given`` are the arguments of the calls on the way to it."""

    node: ast.expr
    scope: Scope
    given: Given = field(default_factory=dict)

    def at(self, node: ast.expr) -> "Value":
        """Return another expression of the same place."""
        return Value(node, self.scope, self.given)

    def unknown(self) -> "Value":
        """Return what only a run could tell."""
        return self.at(ast.Constant(None))

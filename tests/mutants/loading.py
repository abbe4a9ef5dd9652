"""A mutant is imported in place of its module, or put into a function that is there; no file is changed."""

import functools
import gc
import inspect
import sys
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutants.sites import changed


@dataclass(frozen=True, slots=True)
class Place:
    """A site by its module's file, below the project's folder, and its number there."""

    file: str
    number: int

    @property
    def module(self) -> str:
        """The module's name."""
        return self.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


class _Loader(SourceFileLoader):
    def __init__(self, place: Place, path: str) -> None:
        super().__init__(place.module, path)
        self._number = place.number

    def get_code(self, fullname: str) -> CodeType:
        """Compile the module with its fault; no bytecode is read or written."""
        file = self.get_filename(fullname)
        return _compiled(Path(file).read_text(encoding="utf-8"), self._number, str(file))


class _Finder(MetaPathFinder):
    def __init__(self, root: Path, place: Place) -> None:
        self._root, self._place = root, place

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Answer for the one module."""
        if fullname != self._place.module:
            return None
        file = str(self._root / self._place.file)
        return spec_from_file_location(fullname, file, loader=_Loader(self._place, file))


def plant(root: Path, place: Place) -> None:
    """Have the next import of the module bring the mutant."""
    if place.module in sys.modules:
        raise RuntimeError(f"{place.module} is imported already")
    sys.meta_path.insert(0, _Finder(root, place))


def graft(root: Path, place: Place, function: str) -> bool:
    """Put the mutant into the living function it is in; False when it is in none: at a module's or a class's top."""
    file = str(root / place.file)
    made = _functions(_compiled(Path(file).read_text(encoding="utf-8"), place.number, file))
    name = next((name for name in made if f"{function}.".startswith(f"{name}.")), None)
    if name is None:
        return False
    # Those that were frozen after the collection of the tests are among nobody's objects.
    gc.unfreeze()
    living = [
        each
        for each in gc.get_objects()
        if isinstance(each, FunctionType)
        and each.__code__.co_filename == file
        and each.__code__.co_qualname == name
        and each.__code__.co_freevars == made[name].co_freevars
    ]
    for each in living:
        each.__code__ = made[name]
    _forget_caches(root)
    return bool(living)


def _compiled(source: str, number: int, file: str) -> CodeType:
    code: CodeType = compile(changed(source, number), file, "exec", dont_inherit=True)
    return code


def _functions(code: CodeType) -> dict[str, CodeType]:
    """Return the functions and methods of a module by their names, without those inside of others."""
    found: dict[str, CodeType] = {}
    for part in code.co_consts:
        if isinstance(part, CodeType):
            found |= {part.co_qualname: part} if part.co_flags & inspect.CO_OPTIMIZED else _functions(part)
    return found


def _forget_caches(root: Path) -> None:
    """Clear caches: what was worked out before the mutant is worked out again."""
    ours = tuple(f"{root}/{folder}/" for folder in ("bot", "storage"))
    for each in gc.get_objects():
        is_cache = isinstance(each, functools._lru_cache_wrapper)
        if is_cache and each.__wrapped__.__code__.co_filename.startswith(ours):
            each.cache_clear()

"""The register of Bot API methods and what each of them works with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aiogram.methods import TelegramMethod

from simulator.model.world import World


@dataclass(frozen=True)
class Upload:
    """One file of a request: bytes, the name it came under and its declared content type."""

    content: bytes
    name: str
    content_type: str


@dataclass(frozen=True)
class CallContext:
    """One call at work: the world and the files that came with the call, by part name."""

    world: World
    uploads: dict[str, Upload] = field(default_factory=dict)


Method = TypeVar("Method", bound=TelegramMethod[Any])
Answer = Callable[[CallContext, Method], Awaitable[object]]


@dataclass(frozen=True)
class Route:
    """A method's model, which its parameters are read into, and the function that answers."""

    model: type[TelegramMethod[Any]]
    answer: Callable[[CallContext, Any], Awaitable[object]]


ROUTES: dict[str, Route] = {}


def answers(model: type[Method]) -> Callable[[Answer[Method]], Answer[Method]]:
    """Register a function as the answer to `model`'s method; names are compared without case, as Telegram does."""

    def register(answer: Answer[Method]) -> Answer[Method]:
        ROUTES[model.__api_method__.lower()] = Route(model, answer)
        return answer

    return register

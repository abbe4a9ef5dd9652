"""Parameters of a call into aiogram's model of the method, refusing what the model does not know."""

import json
from functools import cache
from typing import Any, get_args

from aiogram.methods import TelegramMethod
from pydantic import BaseModel, ValidationError

from simulator.errors import bad_request


@cache
def _json_fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields that hold objects or lists: in forms and query strings those come as JSON text."""
    return frozenset(name for name, field in model.model_fields.items() if _is_structure(field.annotation))


def _is_structure(annotation: Any) -> bool:
    origin = getattr(annotation, "__origin__", None)
    if origin is list or (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return True
    return any(_is_structure(part) for part in get_args(annotation))


def parse(model: type[TelegramMethod[Any]], values: dict[str, Any]) -> TelegramMethod[Any]:
    """Return the call as aiogram's method model; 400 on unknown fields at any depth and on wrong types."""
    for name in _json_fields(model) & values.keys():
        values[name] = _loaded(name, values[name])
    try:
        call = model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "missing" and first["loc"] == ("text",):
            raise bad_request("message text is empty") from error
        place = ".".join(str(part) for part in first["loc"])
        raise bad_request(f'can\'t parse field "{place}": {first["msg"]}') from error
    _refuse_unknown(call, model.__api_method__)
    return call


def _loaded(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise bad_request(f'can\'t parse "{name}" JSON object') from error


def _refuse_unknown(value: object, place: str) -> None:
    if isinstance(value, BaseModel):
        if value.model_extra:
            raise bad_request(f'unknown field "{next(iter(value.model_extra))}" of {place}')
        for name in value.model_fields_set:
            _refuse_unknown(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, list):
        for item in value:
            _refuse_unknown(item, place)

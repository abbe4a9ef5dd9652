"""What is wrong with a file of data, in one line for whoever edited it."""

from pydantic import ValidationError


def first_problem(error: ValidationError) -> str:
    """Return where the first thing is that is wrong, and what."""
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]

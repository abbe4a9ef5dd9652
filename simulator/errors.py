"""Refusals: of the Bot API (with Telegram's codes and words) and of what a person tries to do."""


class ApiError(Exception):
    """A Bot API refusal: HTTP status, Telegram's description, and `parameters` where Telegram gives any."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        """Keep the status code, the whole description and the response parameters."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_answer(self) -> dict[str, object]:
        """Return the JSON body Telegram answers with."""
        answer: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class DeedError(Exception):
    """A person cannot do this; the words go into `{"error": …}` with status 400."""


def bad_request(words: str) -> ApiError:
    """Return a 400 as Telegram words it: `Bad Request: …`."""
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    """Return a 403 as Telegram words it: `Forbidden: …`."""
    return ApiError(403, f"Forbidden: {words}")

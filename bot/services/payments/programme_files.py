"""The payment programmes of ``data/payments/programmes/`` (product P2), without anything of the running bot."""

from functools import cache

from bot.data_files import DATA
from bot.domain.payments.programmes import Programme

FOLDER = DATA / "payments" / "programmes"


@cache
def programmes() -> dict[str, Programme]:
    """Return every programme by its id; a file that breaks the model's rules stops the start."""
    loaded = [Programme.model_validate_json(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))]
    return {programme.id: programme for programme in loaded}

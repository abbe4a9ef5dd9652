"""The region somebody lives in, as answers keep it."""

from bot.data_files import regions
from bot.domain.forms.forms import Answer, Answers


def with_known_region(answers: Answers) -> dict[str, Answer]:
    """Return the answers; a region that is no longer in ``data/branches/regions.csv`` is asked again."""
    return {name: kept for name, kept in answers.items() if name != "region" or str(kept) in regions()}

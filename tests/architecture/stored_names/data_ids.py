"""Ids that data files give: rows and answers of people name them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.data_files import paper_services, regions
from bot.forms.loading import FOLDER
from bot.services.branches.directory import tson_services
from bot.services.cases.messages.canned_answers import canned_answers
from bot.services.guides.library import load_guides, load_quizzes
from bot.services.payments.programme_files import programmes
from tests.architecture.stored_names.calls import Groups


def form_ids() -> Groups:
    """Return each form's fields, their options and the parts of its checklists."""
    return {path.stem: set(_ids(json.loads(path.read_bytes()))) for path in sorted(Path(FOLDER).glob("*.json"))}


def _ids(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "id":
                yield str(value)
            elif name == "options":
                yield from (f"{part.get('id')}={option}" for option in value)
            else:
                yield from _ids(value)
    elif isinstance(part, list):
        for each in part:
            yield from _ids(each)


def service_ids() -> Groups:
    """Return the ids of what people come and apply for, and of where they live."""
    found: Groups = {
        "ЦОН": set(tson_services()),
        "appeals": set(paper_services()),
        "regions": set(regions()),
        "guides": {guide.id for guide in load_guides()},
        "quizzes": {quiz.id for quiz in load_quizzes()},
        "ready answers": set(canned_answers()),
    }
    for programme in programmes().values():
        found[f"programme {programme.id}"] = {
            *programme.fields,
            *(f"category={each.code}" for each in programme.categories),
        }
    return found

"""States of the rules in SQL: what stands there is what a partial index was made for."""

from bot.domain.cases.states import UNSENT_STATES
from storage.engine.schema import metadata
from storage.engine.sql import in_list


def test_a_list_is_sorted_and_has_the_stored_words() -> None:
    assert in_list(UNSENT_STATES) == "('draft', 'withdrawn')"


def test_the_index_of_cases_sent_is_made_of_the_same_words() -> None:
    (index,) = (index for index in metadata.tables["application"].indexes if index.name == "application_live")
    assert str(index.dialect_options["sqlite"]["where"]) == f"state NOT IN {in_list(UNSENT_STATES)}"

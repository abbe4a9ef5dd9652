"""What migrations make of rows that were there before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine.migrate import migrate

APPLICATION = (
    "INSERT INTO application (id, data_key_id, made_by, service, period, language, form_version, answers, state,"
    " version, created_at, updated_at) VALUES (?, 1, 5, 'aid', '2026-Q4', 'kk', 1, x'00', ?, 1, 0, 0)"
)
EVENT = "INSERT INTO case_event (application_id, seq, type, actor_role, actor, at) VALUES (?, ?, ?, ?, 5, ?)"
DOCUMENT = (
    "INSERT INTO document (application_id, item, page, content_hash, stored_as, media_type, size, created_at)"
    " VALUES (?, 'evidence', ?, ?, ?, 'image/jpeg', 1, ?)"
)


@pytest.fixture
def before(tmp_path: Path) -> sqlite3.Connection:
    """A database as it was before revision 0016, with the owner of the rows."""
    path = tmp_path / "bot.sqlite"
    migrate(path, "0015")
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO data_key (id, created_at) VALUES (1, 0)")
    connection.execute("INSERT INTO citizen (user_id, data_key_id, created_at, seen_at) VALUES (5, 1, 0, 0)")
    return connection


def _migrated(connection: sqlite3.Connection) -> sqlite3.Connection:
    (path,) = [row[2] for row in connection.execute("PRAGMA database_list")]
    connection.commit()
    connection.close()
    migrate(Path(path))
    return sqlite3.connect(path)


def test_proofs_are_told_from_home_photos_by_the_agreement(before: sqlite3.Connection) -> None:
    before.execute(APPLICATION, (1, "agreed"))
    before.execute(EVENT, (1, 1, "submit", "citizen", 10))
    before.execute(EVENT, (1, 2, "agree", "citizen", 20))
    before.execute(DOCUMENT, (1, 1, "a", "a", 5))
    before.execute(DOCUMENT, (1, 2, "b", "b", 30))
    with closing(_migrated(before)) as after:
        items = [row[0] for row in after.execute("SELECT item FROM document ORDER BY page")]
    assert items == ["evidence", "obligation_proof"]


def test_a_refused_case_leaves_its_quarter_free(before: sqlite3.Connection) -> None:
    before.execute(APPLICATION, (1, "decided_refused"))
    before.execute(EVENT, (1, 1, "refuse", "specialist", 10))
    before.execute(APPLICATION.replace("'2026-Q4'", "'2026-Q3'"), (2, "decided_assigned"))
    with closing(_migrated(before)) as after:
        periods = [row[0] for row in after.execute("SELECT period FROM application ORDER BY id")]
    assert periods == [None, "2026-Q3"]


def test_what_waited_waits_and_nothing_has_failed(before: sqlite3.Connection) -> None:
    """Revision 0018 tells rows that fail from those that do not; at first there are none."""
    before.execute(
        "INSERT INTO reminder (subject, subject_version, kind, due_at, not_after, state)"
        " VALUES ('case:1', 1, 'half', 10, 20, 'waiting')"
    )
    with closing(_migrated(before)) as after:
        assert after.execute("SELECT subject, state FROM reminder").fetchall() == [("case:1", "waiting")]
        assert after.execute("SELECT * FROM sweep_failure").fetchall() == []
        noted = ("reminder", "1", 1, None, "LookupError", 10)
        put = (
            "INSERT INTO sweep_failure (sweep, row_key, attempts, next_at, error, failed_at) VALUES (?, ?, ?, ?, ?, ?)"
        )
        after.execute(put, noted)
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            after.execute(put, noted)


def test_a_case_of_somebody_let_go_is_found_again_by_its_history(before: sqlite3.Connection) -> None:
    roles = {1: "citizen", 2: "assistant", 3: "assistant"}
    for case_id, role in roles.items():
        before.execute(APPLICATION.replace("'2026-Q4'", f"'2026-{case_id}'"), (case_id, "decided_refused"))
        before.execute(EVENT, (case_id, 1, "submit", role, 10))
    before.execute(EVENT, (3, 2, "take_over", "citizen", 20))
    with closing(_migrated(before)) as after:
        whose = [row[0] for row in after.execute("SELECT client_id FROM application ORDER BY id")]
    assert whose == [None, 0, None]


def test_tries_are_counted_anew_for_what_the_process_died_with(before: sqlite3.Connection) -> None:
    """Revision 0021: starts are no longer counted, and a message keeps the one death it was under way at."""
    received = (
        "INSERT INTO inbox (bot_id, update_id, lane, received_at, attempts, done_at) VALUES (1, ?, '5:5', 0, 4, ?)"
    )
    before.execute(received, (1, None))
    before.execute(received, (2, 10))
    message = (
        "INSERT INTO outbox (dedupe_key, chat_id, kind, priority, not_before, state, error, created_at)"
        " VALUES (?, 5, 'notice', 1, 0, ?, ?, 0)"
    )
    died = "process died while sending"
    for row in (("once", "pending", died), ("network", "pending", "TelegramNetworkError"), ("end", "unknown", died)):
        before.execute(message, row)
    with closing(_migrated(before)) as after:
        assert after.execute("SELECT update_id, attempts FROM inbox ORDER BY update_id").fetchall() == [(1, 0), (2, 4)]
        deaths = after.execute("SELECT dedupe_key, deaths FROM outbox ORDER BY dedupe_key").fetchall()
        assert deaths == [("end", 0), ("network", 0), ("once", 1)]
        assert after.execute("SELECT count(*) FROM quarantine").fetchone() == (0,)


def test_the_one_consent_counts_for_what_it_named(before: sqlite3.Connection) -> None:
    """Revision 0022 tells purposes apart: who had agreed to everything is not asked again for what the text named."""
    put = (
        "INSERT INTO consent (user_id, purpose, text_version, language, given_at, withdrawn_at)"
        " VALUES (5, ?, '2026-11', 'kk', ?, ?)"
    )
    for purpose, given_at, withdrawn_at in (("general", 10, 20), ("general", 30, None), ("aid", 40, None)):
        before.execute(put, (purpose, given_at, withdrawn_at))
    with closing(_migrated(before)) as after:
        rows = after.execute(
            "SELECT purpose, text_version, given_at FROM consent"
            " WHERE answer = 'given' AND withdrawn_at IS NULL AND replaced_at IS NULL ORDER BY id"
        )
        assert rows.fetchall() == [
            ("aid", "2026-11", 40),
            *((purpose, "2026-11", 30) for purpose in ("payments", "queue", "assistance")),
        ]
        assert after.execute("SELECT count(*) FROM consent WHERE withdrawn_at = 20").fetchone() == (4,)

"""Alembic's entry: one SQLite file, given by ``storage.engine.migrate``.

Each revision and its number are one transaction: whoever is killed meanwhile finds the revision before it. Left to
itself the driver would commit before every statement that changes the schema.
"""

from alembic import context
from sqlalchemy import Connection, create_engine, event

from storage.engine.schema import metadata

engine = create_engine(f"sqlite:///{context.config.attributes['path']}")


@event.listens_for(engine, "connect")
def _by_hand(connection: object, _record: object) -> None:
    """Switch foreign keys off, which table rebuilds need; the application's own connections switch them on."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]


@event.listens_for(engine, "begin")
def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()

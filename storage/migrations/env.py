"""Alembic's entry: one SQLite file, given by ``storage.engine.migrate``."""

from alembic import context
from sqlalchemy import create_engine, event

from storage.engine.schema import metadata

engine = create_engine(f"sqlite:///{context.config.attributes['path']}")


@event.listens_for(engine, "connect")
def _foreign_keys_off(connection: object, _record: object) -> None:
    """Table rebuilds need them off; the application's own connections switch them on."""
    connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]


with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()

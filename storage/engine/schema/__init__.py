"""The schema, as SQLAlchemy tables: what the migrations lead to (a test compares the two).

Times are UTC seconds since 1970; days are local ISO dates. ``BLOB`` columns hold encrypted JSON
(``storage.engine.encryption``). Unique and partial indexes are the invariants of the product: the services turn their
violation into a polite refusal.
"""

from storage.engine.schema import assistants, cases, engine, inquiries, payments, people, queue, staff_chats
from storage.engine.schema.columns import metadata

__all__ = ["assistants", "cases", "engine", "inquiries", "metadata", "payments", "people", "queue", "staff_chats"]

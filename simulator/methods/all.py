"""Every method that is there: importing this module registers them."""

from simulator.methods import (
    delete,
    edit,
    files,
    profile,
    queries,
    send,
    send_files,
    updates,
)
from simulator.methods.desk import ROUTES

MODULES = (delete, edit, files, profile, queries, send, send_files, updates)

__all__ = ["MODULES", "ROUTES"]

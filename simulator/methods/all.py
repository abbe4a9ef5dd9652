"""Every method that is there: importing this module registers them."""

from simulator.methods import (
    albums,
    chats,
    copies,
    delete,
    edit,
    files,
    pins,
    profile,
    queries,
    send,
    send_files,
    topics,
    updates,
)
from simulator.methods.routes import ROUTES

MODULES = (
    albums,
    chats,
    copies,
    delete,
    edit,
    files,
    pins,
    profile,
    queries,
    send,
    send_files,
    topics,
    updates,
)

__all__ = ["MODULES", "ROUTES"]

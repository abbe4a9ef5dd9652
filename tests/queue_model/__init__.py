"""A model-based run of the queue: random actions on a real SQLite file, each foretold by a ledger kept in plain Python.

After every action the file must say what the ledger says, and the invariants of the queue must hold.
"""

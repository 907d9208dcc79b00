"""Which schema version this code reads and writes.

The ingest path compares the stored revision with :data:`HEAD` and so never imports Alembic, which
costs half a second; a test holds :data:`HEAD` against the newest migration script.
"""

from __future__ import annotations

HEAD = "0010"
EARLIER: tuple[str, ...] = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
)
"""Revisions that ``crossfoot db upgrade`` can bring to :data:`HEAD`, oldest first."""

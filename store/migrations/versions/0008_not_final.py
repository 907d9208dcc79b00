"""The views let no figure that is not final stand for another; every upgrade makes them anew."""

from __future__ import annotations

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Change nothing: a store of before this version is told from one that has these views."""

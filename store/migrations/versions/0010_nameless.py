"""No figure of an unknown period is a printing of another in the views; upgrades make them anew."""

from __future__ import annotations

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Change nothing: a store of before this version is told from one that has these views."""

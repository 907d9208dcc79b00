"""The views know which of two printings in one row stands; they are made anew by every upgrade."""

from __future__ import annotations

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Change nothing: a store of before this version is told from one that has these views."""

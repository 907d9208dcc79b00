"""Stores have views. They are made at the end of every upgrade, so there is nothing to do here."""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change nothing: a store of before this version is told from one that has the views."""

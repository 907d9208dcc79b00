"""Paths of files as texts of a store."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes


def written_path(path: Path) -> str:
    """Return a path as text: its bytes need not be any, so the odd ones are percent-encoded."""
    return quote(os.fsencode(path), safe="/\\: ")


def read_path(path: str) -> Path:
    """Return the path that :func:`written_path` wrote."""
    return Path(os.fsdecode(unquote_to_bytes(path)))

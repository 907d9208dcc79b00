"""Which database a command means, as far as that can be said before SQLAlchemy is loaded."""

from __future__ import annotations

import os
from pathlib import Path

DEFAULT_DATABASE = "sqlite:///crossfoot.db"
DATABASE_VARIABLE = "CROSSFOOT_DB"

_FILE = "sqlite:///"
# What makes more of a name than that of a file: settings, a URI, a database in memory.
_NO_PLAIN_FILE = ("?", "file:", ":memory:")


def unnamed_database() -> str:
    """The URL of the database that a command means which names none."""
    return os.environ.get(DATABASE_VARIABLE) or DEFAULT_DATABASE


def is_new_file(url: str) -> bool:
    """Whether *url* is for certain an SQLite file that is not there yet."""
    name = url.removeprefix(_FILE)
    if name in ("", url) or any(sign in name for sign in _NO_PLAIN_FILE):
        return False
    try:
        return not Path(name).exists()
    except (OSError, ValueError):  # whoever opens it says what is wrong
        return False

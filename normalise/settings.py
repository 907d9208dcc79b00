"""What the normalise stage can be told."""

from __future__ import annotations

from pathlib import Path

from crossfoot.schema.settings import Settings


class NormaliseSettings(Settings):
    """Settings of one run of the stage.

    ``headings_file`` is a user's own table of column headings, read on top of the built-in one
    (same form as ``normalise/data/headings.toml``). ``reader_version`` is written into every
    document so that a newer reader's rows can replace an older one's.
    """

    headings_file: Path | None = None
    reader_version: str = "unversioned"

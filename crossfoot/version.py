"""Which reader read a paper: the package's version, and the user's own headings if any."""

from __future__ import annotations

import hashlib
from pathlib import Path

from crossfoot import __version__
from crossfoot.schema.errors import SettingsError
from crossfoot.schema.values import SecondOpinion

_DIGITS = 12


def check_headings(headings_file: Path | None) -> None:
    """Raise SettingsError where the user's headings cannot be used, before any paper is read."""
    if headings_file is not None:
        # What understands headings is the workers' to load, and a fifteenth of the start here.
        from crossfoot.normalise.headings import load_headings  # noqa: PLC0415

        load_headings(headings_file)


def reader_version(
    headings_file: Path | None = None, second_opinion: SecondOpinion = "doubtful"
) -> str:
    """Return the version that is stored with every document.

    Another package version, another headings file or a second reader asked more or less often than
    by default give other rows or findings, so they are in it: ``0.1.0``,
    ``0.1.0+headings.3f2a90c1d4e5``, ``0.1.0+second.all``. Raises
    SettingsError where the file cannot be read.
    """
    parts = [_headings_part(headings_file)] if headings_file else []
    if second_opinion != "doubtful":
        parts.append(f"second.{second_opinion}")
    return f"{__version__}+{'.'.join(parts)}" if parts else __version__


def _headings_part(headings_file: Path) -> str:
    try:
        content = headings_file.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"the headings file {headings_file} cannot be read ({error.strerror})",
            "give the path of a readable file to --headings",
        ) from error
    return f"headings.{hashlib.sha256(content).hexdigest()[:_DIGITS]}"

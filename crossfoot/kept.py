"""What an earlier start compiled, kept with the bytecode of this package.

Python keeps the bytecode of modules, and not that of patterns, nor of what dataclasses and named
tuples write for themselves. Here it is kept in the same way: in the same folder (``__pycache__``),
as readable and writable as that, for one version of Python, not where Python is told to keep none
(``-B``, ``PYTHONDONTWRITEBYTECODE``), and what cannot be read is compiled. What was compiled is
known by its whole source, of which its bytecode follows, so that none is ever out of date.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

Key = tuple[str, int | str]
_ENDING = ".compiled"
# Of other versions of crossfoot, whose sources differ in a few, the file may hold some.
_MOST = 4  # times what is asked for


class Kept:
    """What is known, and what was asked for since this process began, by its source.

    ``is_open``: until :meth:`keep` it may be asked and told.
    """

    def __init__(self, file: Path, of_what: str) -> None:
        self._file, self._of_what = file, of_what
        self._known: dict[Key, Any] = _read(file, of_what)
        self._asked: dict[Key, Any] = {}
        self.is_open = True

    def find(self, key: Key) -> Any:
        """Return what is known of a source, ``None`` where nothing is."""
        found = self._known.get(key)
        if found is not None:
            self._asked[key] = found
        return found

    def learn(self, key: Key, compiled: Any) -> None:
        """Note what was compiled, in values that ``marshal`` writes."""
        if self.is_open:
            self._asked[key] = compiled

    def keep(self) -> None:
        """Write what was asked for where some of it was not known, and know no more from now on."""
        asked, known = self._asked, self._known
        self._known, self._asked, self.is_open = {}, {}, False
        if asked.keys() <= known.keys() or sys.dont_write_bytecode:
            return
        known |= _read(self._file, self._of_what)  # others keep theirs in the same file
        kept = known | asked if len(known) < _MOST * len(asked) else asked
        part = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            part.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(marshal.dumps((self._of_what, kept)))
                part.replace(self._file)
            finally:  # the disk may be full, and Windows replaces no file that is being read
                part.unlink(missing_ok=True)


def _read(file: Path, of_what: str) -> dict[Key, Any]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        written_of, known = marshal.loads(file.read_bytes())
        if written_of == of_what:
            found: dict[Key, Any] = known
            return found
    return {}


_ours: list[Kept] = []


def kept() -> Kept:
    """Return what this process knows; it is read when it is asked for first."""
    if not _ours:
        file = Path(cache_from_source(__file__)).with_suffix(_ENDING)
        _ours.append(Kept(file, sys.version))
    return _ours[0]


def is_known_python() -> bool:
    """Whether Python is one whose compiling is known well enough to be left out."""
    return sys.implementation.name == "cpython" and sys.version_info < (3, 15)


def keep_compiled() -> None:
    """Keep what was compiled so far for the next start, and nothing from now on."""
    for each in _ours:
        each.keep()

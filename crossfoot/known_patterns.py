"""Patterns as an earlier start compiled them, kept with the bytecode of this package.

A reader compiles 390 patterns, which takes a quarter of the time in which it is ready: Python keeps
the bytecode of modules and not that of patterns. Here it is kept in the same way: in the same
folder (``__pycache__``), as readable and writable as that, for one version of Python, not where
Python is told to keep none (``-B``, ``PYTHONDONTWRITEBYTECODE``), and what cannot be read is
compiled. A pattern is known by its text and its flags, of which its bytecode follows, so that none
is ever out of date; and Python checks it as it checks the bytecode of one just compiled.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import threading
from array import array
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_Key = tuple[str, int]
_Step = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_ENDING = ".patterns"
# Of other versions of crossfoot, whose patterns differ in a few, the file may hold some.
_MOST = 4  # times what is asked for


class _Patterns:
    """The patterns that are known, and those that were asked for since this process began.

    Takes the place of ``re._compiler.compile``, and watches the last step of that, which makes a
    pattern of its bytecode: what it was given is what is kept.
    """

    def __init__(self, compiler: Any, file: Path) -> None:
        self._file = file
        self._compile: Callable[..., re.Pattern[Any]] = compiler.compile
        self._last_step: Callable[..., re.Pattern[Any]] = compiler._sre.compile
        self._of_what = repr((sys.version, compiler.MAGIC))
        self._known: dict[_Key, _Step] = _read(file, self._of_what)
        self._asked: dict[_Key, _Step] = {}
        self._given = threading.local()
        self._watches = True
        compiler._sre = SimpleNamespace(**vars(compiler._sre) | {"compile": self._watched})
        compiler.compile = self.compile

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Make a pattern of what is known of it, or compile it."""
        key = pattern, int(flags)
        step = self._known.get(key) if type(pattern) is str else None
        if step is not None and not flags & re.DEBUG:
            self._asked[key] = step
            of, code, *rest = step
            return self._last_step(pattern, of, list(array("I", code)), *rest)
        self._given.step = None
        compiled = self._compile(pattern, flags)
        if self._watches and type(pattern) is str and self._given.step is not None:
            self._asked[key] = self._given.step
        return compiled

    def keep(self) -> None:
        """Write what was asked for where some of it was not known, and watch no longer."""
        asked, known = self._asked, self._known
        self._known, self._asked, self._watches = {}, {}, False
        if asked.keys() <= known.keys() or sys.dont_write_bytecode:
            return
        kept = known | asked if len(known) < _MOST * len(asked) else asked
        part = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            part.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(marshal.dumps((self._of_what, kept)))
                part.replace(self._file)
            finally:  # the disk may be full, and Windows replaces no file that is being read
                part.unlink(missing_ok=True)

    def _watched(
        self, pattern: Any, flags: int, code: list[int], groups: int, names: Any, of_groups: Any
    ) -> re.Pattern[Any]:
        compiled = self._last_step(pattern, flags, code, groups, names, of_groups)
        if self._watches:
            packed = array("I", map(int, code)).tobytes()
            self._given.step = int(flags), packed, groups, dict(names), tuple(of_groups)
        return compiled


def _read(file: Path, of_what: str) -> dict[_Key, _Step]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        written_of, known = marshal.loads(file.read_bytes())
        if written_of == of_what:
            patterns: dict[_Key, _Step] = known
            return patterns
    return {}


_ours: list[_Patterns] = []


def know_patterns() -> None:
    """Have patterns that an earlier start compiled made of what it kept, in this process.

    For processes of ours alone. Where Python is not one that this is known to work with, patterns
    are compiled.
    """
    if _ours or sys.implementation.name != "cpython" or sys.version_info >= (3, 15):
        return
    with suppress(ImportError, AttributeError, NotImplementedError):
        compiler = import_module("re._compiler")
        if array("I").itemsize == compiler._sre.CODESIZE:
            file = Path(cache_from_source(__file__)).with_suffix(_ENDING)
            _ours.append(_Patterns(compiler, file))


def keep_patterns() -> None:
    """Keep the patterns compiled so far for the next start, and none from now on."""
    for patterns in _ours:
        patterns.keep()

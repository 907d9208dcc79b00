"""Patterns as an earlier start compiled them (:mod:`crossfoot.kept`).

A reader compiles 390 patterns, which takes a quarter of the time in which it is ready, SQLAlchemy
60. A pattern is known by its text and its flags; Python checks its bytecode as it checks that of
one just compiled.
"""

from __future__ import annotations

import re
import threading
from array import array
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from crossfoot.kept import Kept, is_known_python, kept


class _Patterns:
    """The patterns that are known.

    Takes the place of ``re._compiler.compile``, and watches the last step of that, which makes a
    pattern of its bytecode: what it was given is what is kept.
    """

    def __init__(self, compiler: Any, known: Kept) -> None:
        self._compile: Callable[..., re.Pattern[Any]] = compiler.compile
        self._last_step: Callable[..., re.Pattern[Any]] = compiler._sre.compile
        self._magic: int = compiler.MAGIC
        self._known = known
        self._given = threading.local()
        compiler._sre = SimpleNamespace(**vars(compiler._sre) | {"compile": self._watched})
        compiler.compile = self.compile

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Make a pattern of what is known of it, or compile it."""
        key = pattern, int(flags)
        step = self._known.find(key) if type(pattern) is str else None
        if step is not None and not flags & re.DEBUG and step[0] == self._magic:
            _, of, code, *rest = step
            return self._last_step(pattern, of, list(array("I", code)), *rest)
        self._given.step = None
        compiled = self._compile(pattern, flags)
        if self._known.is_open and type(pattern) is str and self._given.step is not None:
            self._known.learn(key, self._given.step)
        return compiled

    def _watched(
        self, pattern: Any, flags: int, code: list[int], groups: int, names: Any, of_groups: Any
    ) -> re.Pattern[Any]:
        compiled = self._last_step(pattern, flags, code, groups, names, of_groups)
        if self._known.is_open:
            packed = array("I", map(int, code)).tobytes()
            step = self._magic, int(flags), packed, groups, dict(names), tuple(of_groups)
            self._given.step = step
        return compiled


_ours: list[_Patterns] = []


def know_patterns() -> None:
    """Have patterns that an earlier start compiled made of what it kept, in this process.

    For processes of ours alone. Where Python is not one that this is known to work with, patterns
    are compiled.
    """
    if _ours or not is_known_python():
        return
    with suppress(ImportError, AttributeError, NotImplementedError):
        compiler = import_module("re._compiler")
        if array("I").itemsize == compiler._sre.CODESIZE:
            _ours.append(_Patterns(compiler, kept()))

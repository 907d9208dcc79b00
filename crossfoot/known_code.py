"""What dataclasses and named tuples write for themselves, as an earlier start compiled it.

Each writes its methods as text, and Python compiles that whenever it is made: those of crossfoot
and of what it uses take a tenth of the time in which a process is ready. The text is the same each
time, and what it was compiled to is kept (:mod:`crossfoot.kept`).
"""

from __future__ import annotations

import collections
import dataclasses
import marshal
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any

from crossfoot.kept import is_known_python, kept

# What runs the text in the modules that write it, always in namespaces that it is given.
_RUNS: tuple[tuple[ModuleType, str, Callable[..., Any]], ...] = (
    (dataclasses, "exec", exec),
    (collections, "eval", eval),
)


def know_code() -> None:
    """Have what an earlier start compiled of these texts run from what it kept, in this process.

    For processes of ours alone. Where Python is not one that this is known to work with, they are
    compiled.
    """
    if is_known_python():
        for module, name, run in _RUNS:
            setattr(module, name, _knowing(name, run))


def _knowing(mode: str, run: Callable[..., Any]) -> Callable[..., Any]:
    """Return what runs a text as *run* does, whose name is how it is compiled."""
    known = kept()

    def code_of(text: str) -> CodeType:
        key = text, mode
        found = known.find(key)
        if found is not None:  # read anew: Python notes in bytecode which classes it runs for
            code: CodeType = marshal.loads(found)
            return code
        code = compile(text, "<string>", mode, dont_inherit=True)
        known.learn(key, marshal.dumps(code))
        return code

    def knowing(text: str, *spaces: Any) -> Any:
        return run(code_of(text), *spaces)

    return knowing

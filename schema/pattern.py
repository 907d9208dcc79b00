"""Patterns that are compiled by the first who searches with them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; its methods are that one's from the first call of one on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._asked)
        found = getattr(compiled, name)
        vars(self)[name] = found  # which is found without asking here from now on
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    For long ones that most runs do not need: of 350 characters one takes 0.3 ms, and a command that
    loads a hundred of them starts so much later. Those that most papers need are compiled where all
    readers share them, before those are forked.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))

"""Imported by the server that workers are forked from, and by nothing else: makes it silent.

A worker that is being started while the parent is interrupted finds its queue gone and would print
a traceback over the one line that the parent says. Deaths of workers are the parent's to tell.
"""

from __future__ import annotations

import sys
from types import TracebackType


def _say_nothing(
    _kind: type[BaseException], _error: BaseException, _trace: TracebackType | None
) -> None:
    return


sys.excepthook = _say_nothing

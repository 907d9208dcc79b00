"""Imported first by the server that workers are forked from, and by nothing else.

It makes the server load the reader quickly, and makes it silent: a worker that is being started
while the parent is interrupted finds its queue gone and would print a traceback over the one line
that the parent says. Deaths of workers are the parent's to tell.
"""

from __future__ import annotations

import sys
from types import TracebackType

from crossfoot.start import start_quickly


def _say_nothing(
    _kind: type[BaseException], _error: BaseException, _trace: TracebackType | None
) -> None:
    return


sys.excepthook = _say_nothing
start_quickly()

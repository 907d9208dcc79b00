"""Steps that are tried again where the database fails for a reason that passes by itself.

A server that is restarted, a connection that somebody cut, a transaction that had to give way to
another: each step of an ingest is one transaction, and the same step again does the same, so that
nothing is stored twice where only the answer was lost.
"""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import TypeVar

from crossfoot.schema.errors import StoreError

T = TypeVar("T")

# Seconds between the attempts, 15 in all. A PostgreSQL server is back within one to three seconds
# of a restart, and after a crash within ten; a longer absence is a person's business.
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)


def persistently(step: Callable[[], T], told: Callable[[str], None]) -> T:
    """Return what *step* returns; *told* hears of each attempt that failed.

    Raises StoreError where the cause is not one that passes, or has not passed in time.
    """
    for seconds in WAITS:
        try:
            return step()
        except StoreError as error:
            if not error.passes:
                raise
            told(f"{error.message}; trying again in {seconds:g} s")
            sleep(seconds)
    return step()

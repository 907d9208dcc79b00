"""The time that runs are recorded with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, select

from crossfoot.store import tables


def moment(connection: Connection) -> datetime:
    """Return this machine's time, or the first moment after every start that is recorded.

    Machines' clocks differ, and an increment must not miss a run that only seems to be earlier.
    """
    latest = connection.execute(select(func.max(tables.loads.c.started_at))).scalar()
    here = datetime.now(UTC)
    return max(here, latest + timedelta(microseconds=1)) if latest is not None else here

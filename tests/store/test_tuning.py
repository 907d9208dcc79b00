"""What a connection prints when it is broken off: nothing beside the exception."""

from __future__ import annotations

import subprocess
import sys

import pytest

# In a process of its own, whose logging nobody has set up: there Python prints what is logged.
_BROKEN_OFF = """
import sys
from crossfoot.store.database import open_store

def interrupted(connection):
    raise KeyboardInterrupt

store = open_store(sys.argv[1], create=True)
store.engine.dialect.{moment} = interrupted
try:
    with store:
        with store.read() as connection:
            connection.exec_driver_sql("SELECT 1")
except KeyboardInterrupt:
    raise SystemExit(130)
"""


@pytest.mark.parametrize("moment", ["do_close", "do_rollback"])
def test_an_interrupt_while_a_connection_is_given_back_prints_no_traceback(
    moment: str, url: str
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _BROKEN_OFF.format(moment=moment), url],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (130, "")

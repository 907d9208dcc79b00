"""The disk is full: one line with what to do, nothing half there, and the next run completes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, event, make_url
from sqlalchemy.engine import Engine

from crossfoot.schema.errors import StoreError
from crossfoot.store.database import open_store
from crossfoot.store.export import export
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.revision import HEAD
from crossfoot.store.upgrade import alembic_config, current
from tests.conftest import NewDatabase
from tests.store.store_papers import whole_paper

from .conftest import Undisturbed
from .disturbed import Ended, assert_whole, call, contents, exported
from .disturbed import command as command_line

USAGE = 2
KIB = 1024

# No file that the command writes may grow beyond so many bytes, as on a disk that is full.
_LIMITED = """
import os, resource, sys
size = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
os.execv(sys.argv[2], sys.argv[2:])
"""


def call_limited(size: int, *arguments: str) -> Ended:
    if sys.platform == "win32":
        pytest.skip("Windows limits no file")
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(size), *command_line(*arguments)],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def is_one_line(ended: Ended) -> bool:
    """Whether a command failed with a line that says what to do."""
    said = ended.err.splitlines()
    return ended.code == USAGE and len(said) == 1 and "run this again" in said[0]


@pytest.mark.slow
@pytest.mark.parametrize("kib", [4, 60, 150, 400])
def test_an_ingest_without_room_keeps_what_landed(
    kib: int, undisturbed: Undisturbed, new_database: NewDatabase, tmp_path: Path
) -> None:
    url = new_database("sqlite")
    ended = call_limited(kib * KIB, *undisturbed.arguments, "--db", url)
    assert is_one_line(ended), ended.err
    landed = assert_whole(url, [undisturbed.whole])
    assert landed < len(undisturbed.whole)
    ended = call(*undisturbed.arguments, "--db", url)
    assert ended.code == 0, ended.err
    assert exported(url, tmp_path) == undisturbed.files


@contextmanager
def pages_limited(pages: int) -> Iterator[None]:
    """Let SQLite databases have so many pages and no more."""

    def connected(driver: object, _record: object) -> None:
        assert hasattr(driver, "execute")
        driver.execute(f"PRAGMA max_page_count={pages}")

    event.listen(Engine, "connect", connected)
    try:
        yield
    finally:
        event.remove(Engine, "connect", connected)


def test_a_paper_that_finds_no_room_is_not_there_at_all(new_database: NewDatabase) -> None:
    url = new_database("sqlite", with_schema=True)
    with open_store(url, create=False) as store, store.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with pages_limited(pages + 4), open_store(url, create=False) as store:
        load_id = start_load(store, "1")
        with pytest.raises(StoreError, match="has no room left on its disk; free some space"):
            for number in range(200):
                load_paper(store, whole_paper(f"{number}.pdf"), load_id)
        there = contents(store)
        assert len({frozenset(relations) for relations in there.values()}) == 1
    with open_store(url, create=False) as store:
        assert not load_paper(store, whole_paper("199.pdf"), load_id).unchanged


@pytest.mark.slow
def test_a_log_that_cannot_be_folded_back_loses_nothing(new_database: NewDatabase) -> None:
    url = new_database("sqlite", with_schema=True)
    file = Path(str(make_url(url).database))
    code = (
        "import resource, sys; from crossfoot.store.database import open_store;"
        "from crossfoot.store.load import load_paper, start_load;"
        "from tests.store.store_papers import whole_paper;"
        f"store = open_store({url!r}, create=False); load_id = start_load(store, '1');"
        "[load_paper(store, whole_paper(f'{n}.pdf'), load_id) for n in range(3)];"
        "size = int(sys.argv[1]); resource.setrlimit(resource.RLIMIT_FSIZE, (size, size));"
        "store.close()"
    )
    size = file.stat().st_size
    subprocess.run([sys.executable, "-c", code, str(size)], check=True, timeout=60)
    assert file.with_name(f"{file.name}-wal").exists()
    with open_store(url, create=False) as store:
        assert len(contents(store)) == 3


def test_what_a_killed_export_left_goes_after_a_day_and_not_before(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    young, old = tmp_path / ".crossfoot-young", tmp_path / ".crossfoot-old"
    for stage in (young, old):
        stage.mkdir()
        (stage / "cells.csv").touch()
    os.utime(old, (0, 0))
    with open_store(new_database("sqlite", with_schema=True), create=False) as store:
        export(store, tmp_path)
    assert young.exists()
    assert not old.exists()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_without_room_leaves_the_earlier_one_whole(
    form: str, undisturbed: Undisturbed, new_database: NewDatabase, tmp_path: Path
) -> None:
    url, folder = new_database("sqlite"), tmp_path / "figures"
    call(*undisturbed.arguments, "--db", url)
    asked = ("export", str(folder), "--format", form, "--db", url)
    assert call(*asked).code == 0
    earlier = {path.name: path.read_bytes() for path in folder.iterdir()}
    with open_store(url, create=False) as store, store.read() as connection:
        # Held open, so that the database itself needs no file that is not there yet.
        connection.exec_driver_sql("SELECT count(*) FROM documents").scalar()
        ended = call_limited(8 * KIB, *asked)
    assert ended.code == USAGE
    assert len(ended.err.splitlines()) == 1
    assert "free some space" in ended.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == earlier


@pytest.mark.slow
def test_an_upgrade_without_room_changes_nothing(new_database: NewDatabase) -> None:
    url = new_database("sqlite")
    older(url)
    assert is_one_line(call_limited(16 * KIB, "db", "upgrade", "--db", url))
    assert current(url) == "0001"
    assert call("db", "upgrade", "--db", url).code == 0
    assert current(url) == HEAD


def older(url: str) -> None:
    """Make a store of the first schema."""
    engine = create_engine(url)
    with engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()


# The server's own refusal, without a disk to fill: after so many cells there is no room.
_FULL = """
CREATE SEQUENCE room;
CREATE FUNCTION take_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nextval('room') > {cells} THEN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON cells FOR EACH ROW EXECUTE FUNCTION take_room();
"""


@pytest.mark.slow
@pytest.mark.parametrize("cells", [0, 300])
def test_a_server_without_room_keeps_what_landed(
    cells: int, undisturbed: Undisturbed, new_database: NewDatabase, tmp_path: Path
) -> None:
    url = new_database("postgresql", with_schema=True)
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(_FULL.format(cells=cells))
    ended = call(*undisturbed.arguments, "--db", url)
    assert is_one_line(ended), ended.err
    assert "has no room left on its disk" in ended.err
    landed = assert_whole(url, [undisturbed.whole])
    assert bool(landed) == bool(cells)
    assert landed < len(undisturbed.whole)
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER full_disk ON cells")
    engine.dispose()
    ended = call(*undisturbed.arguments, "--db", url)
    assert ended.code == 0, ended.err
    assert exported(url, tmp_path) == undisturbed.files

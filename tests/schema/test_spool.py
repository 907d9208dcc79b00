"""What is put aside comes back, and nothing of it stays on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from crossfoot.schema.errors import DocumentError
from crossfoot.schema.packed_rows import PackedCells
from crossfoot.schema.rows import CellRow
from crossfoot.schema.spool import HELD, Spool

PIECES = [bytes([number]) * (HELD // 3) for number in range(9)]

_SPOOLS = """
import os, sys
from crossfoot.schema.spool import HELD, Spool
if len(sys.argv) > 1:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
pieces = [bytes([number]) * (HELD // 3) for number in range(9)]
spool = Spool(pieces)
if list(spool) == pieces:
    print(sum(map(isinstance, spool._pieces, [bytes] * 9)), flush=True)
sys.stdin.read()
"""


def child(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _SPOOLS, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"TMPDIR": str(folder), "PYTHONPATH": ":".join(sys.path)},
    )


def cell(number: int) -> CellRow:
    place = ("d" * 64, 1, 1, number, 1, 1, 1, 1, 0.0, 1.5, 2.0, float(number))
    return CellRow(f"{number:032}", *place, f"a text {number} " * 9, None, None, None)


def test_pieces_come_back_in_any_order_also_after_others_were_added() -> None:
    spool = Spool(PIECES[:7])
    assert [spool[number] for number in (6, 0, 3)] == [PIECES[6], PIECES[0], PIECES[3]]
    for piece in PIECES[7:]:
        spool.append(piece)
    assert list(spool) == PIECES and len(spool) == len(PIECES)


def test_little_is_held_in_memory_and_opens_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(tempfile, "TemporaryFile")
    assert list(Spool(PIECES[:3])) == PIECES[:3]


def test_what_cannot_be_read_back_is_told_and_not_made_up() -> None:
    spool = Spool(PIECES)
    file = spool._file
    assert file is not None
    file.truncate(HELD // 2)
    with pytest.raises(DocumentError, match="cannot be read back"):
        list(spool)
    os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())
    with pytest.raises(DocumentError, match="cannot be read back"):
        spool[len(PIECES) - 1]


def test_rows_beyond_what_is_held_come_out_as_they_went_in() -> None:
    rows = [cell(number) for number in range(30_000)]
    packed = PackedCells(rows)
    held = [piece for piece in packed._chunks._pieces if isinstance(piece, bytes)]
    assert len(held) < len(packed._chunks)
    assert packed == rows and packed[-1] == rows[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes it at the end of the process")
def test_of_a_process_that_is_killed_no_file_is_left(tmp_path: Path) -> None:
    with child(tmp_path) as spooling:
        assert spooling.stdout is not None and int(spooling.stdout.readline()) < len(PIECES)
        assert list(tmp_path.iterdir()) == []
        spooling.kill()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file")
@pytest.mark.parametrize("room", [0, HELD // 2])
def test_on_a_full_disk_what_finds_no_room_stays_in_memory(tmp_path: Path, room: int) -> None:
    said, _ = child(tmp_path, str(room)).communicate()
    assert int(said) == len(PIECES) - room // (HELD // 3)


def test_without_a_folder_for_temporary_files_all_stays_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert list(Spool(PIECES)) == PIECES

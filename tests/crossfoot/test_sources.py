from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from crossfoot.schema.errors import UsageError
from crossfoot.sources import find_files, identify, unreadable_id


def test_folders_give_their_pdfs_in_a_stable_order_and_files_are_taken_as_they_are(
    tmp_path: Path,
) -> None:
    for name in ("b.pdf", "A.PDF", "note.txt", "sub/c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = find_files([tmp_path, tmp_path / "note.txt"])
    assert [path.name for path in found.paths] == ["A.PDF", "b.pdf", "c.pdf", "note.txt"]
    assert not found.remarks


def test_a_file_that_is_named_twice_is_found_once(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    assert find_files([path, tmp_path, path]).paths == (path,)


def test_a_path_that_is_not_there_stops_everything(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist; check the path"):
        find_files([tmp_path / "absent.pdf"])


def test_nothing_to_read_at_all_is_an_error_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no PDF in this folder"):
        find_files([tmp_path])


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"some bytes")
    source = identify(path)
    assert source.document_id == hashlib.sha256(b"some bytes").hexdigest()
    assert (source.file_name, source.size, source.problem) == ("a.pdf", 10, None)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_file_that_cannot_be_opened_is_known_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.symlink_to(tmp_path / "absent")
    source = identify(path)
    assert source.document_id == unreadable_id(path)
    assert len(source.document_id) == 64
    assert "cannot be opened" in (source.problem or "")


@pytest.mark.skipif(sys.platform != "linux", reason="file names there are text")
def test_bytes_that_are_no_text_are_shown_as_such(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf"))
    path.write_bytes(b"x")
    assert identify(path).file_name == "caf\ufffd.pdf"

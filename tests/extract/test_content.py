"""A long file is read where it lies, and what is read is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extract import content, document
from crossfoot.extract.content import content_of, place_of, stands_once
from crossfoot.extract.document import read_document
from crossfoot.extract.page import PageReading
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.page import LostPage

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*/*.pdf"))


@pytest.fixture
def _long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_LONG", 1)
    monkeypatch.setattr(content, "_WINDOW", 1 << 12)


@pytest.mark.parametrize("path", SAMPLES[:3], ids=lambda path: path.stem)
def test_what_is_read_of_a_long_file_is_what_is_read_of_its_bytes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_document(path)
    monkeypatch.setattr(content, "_LONG", 1)
    assert read_document(path) == whole


@pytest.mark.usefixtures("_long")
def test_a_long_file_with_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "~caf\udce9.pdf"
    try:
        path.write_bytes(SAMPLES[0].read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    assert read_document(path).pages == read_document(SAMPLES[0]).pages


@pytest.mark.usefixtures("_long")
@pytest.mark.parametrize("said", [b"", b"no PDF", b"%PDF-1.4 and no more"])
def test_a_long_file_that_is_no_pdf_is_refused(tmp_path: Path, said: bytes) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(said)
    with pytest.raises(DocumentError):
        read_document(path)


@pytest.mark.usefixtures("_long")
@pytest.mark.parametrize("change", ["longer", "gone"])
def test_a_long_file_that_changes_while_it_is_read_is_not_taken_for_what_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(SAMPLES[0].read_bytes())
    before = read_document(path).document_id
    pages = document._in_turn

    def disturbed(*given: object) -> Iterator[PageReading | LostPage]:
        yield from pages(*given)  # type: ignore[arg-type]
        if change == "gone":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes() + b"\n")

    monkeypatch.setattr(document, "_in_turn", disturbed)
    if change == "gone":
        with pytest.raises(DocumentError, match="no such file"):
            read_document(path)
    else:
        assert read_document(path).document_id != before


@given(
    st.binary(max_size=60).map(lambda some: bytes(byte % 3 for byte in some)),
    st.binary(min_size=1, max_size=4).map(lambda some: bytes(byte % 3 for byte in some)),
    st.integers(1, 8),
)
def test_a_piece_is_found_over_the_edge_of_a_window(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, piece: bytes, window: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "searched"
    path.write_bytes(data or b"\0")
    data = path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content, "_LONG", 1)
        patch.setattr(content, "_WINDOW", window)
        long = content_of(path)
        assert place_of(long, piece) == data.find(piece)
        assert stands_once(long, piece) == (data.count(piece) == 1)

"""A paper that comes in pieces is the paper that went."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from io import BytesIO

import pytest

from crossfoot.job import Unread
from crossfoot.pool.frames import Frame, read_frame, write_frame
from crossfoot.pool.sent import PIECE, Sent, collected, frames_of
from crossfoot.schema.packed_rows import PackedCells
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import CellRow
from crossfoot.worker import RESULT

ID = "a" * 64


def paper(cells: int) -> Paper:
    box = Box(1.0, 2.0, 3.0, 4.0)
    rows = [
        CellRow(f"{at}", ID, 1, 1, at, 1, 1, 1, 1, *box, f"text {at}", None, None, "title")
        for at in range(cells)
    ]
    document = Document(document_id=ID, file_name="a.pdf", outcome="read", reader_version="1")
    return Paper(document=document, cells=PackedCells(rows))


def passed_on(result: Paper | Unread) -> tuple[Sent, int]:
    """Return what comes out of a pipe into which *result* is put, and how many frames it took."""
    pipe = BytesIO()
    count = 0
    for frame in frames_of(result, RESULT):
        write_frame(pipe, frame)
        count += 1
    pipe.seek(0)
    frame, relations = collected(frames_in(pipe))
    assert frame.number == RESULT
    return Sent(frame.content, relations), count


def frames_in(pipe: BytesIO) -> Iterator[Frame]:
    while frame := read_frame(pipe):
        yield frame


@pytest.mark.parametrize(
    ("cells", "frames"), [(0, 1), (7, 1), (7_000, 1), (8_000, 9), (8_001, 10), (30_000, 31)]
)
def test_a_paper_comes_as_it_went_and_a_long_one_in_pieces(cells: int, frames: int) -> None:
    went = paper(cells)
    sent, count = passed_on(went)
    assert count == frames
    came = sent.opened()
    assert isinstance(came, Paper)
    assert came == went
    assert list(came.cells) == list(went.cells)
    # And so it does where somebody between passes it on.
    assert pickle.loads(pickle.dumps(sent)).opened() == went
    assert passed_on(came)[0].opened() == went


def test_what_cannot_be_read_comes_in_words() -> None:
    assert passed_on(Unread("it is encrypted"))[0].opened() == Unread("it is encrypted")


def test_an_answer_that_breaks_off_is_none() -> None:
    frames = list(frames_of(paper(9_000), RESULT))
    assert frames[0].number >= PIECE
    with pytest.raises(EOFError):
        collected(iter(frames[:-1]))
    fault = Frame(2, b"")
    assert collected(iter([*frames[:3], fault]))[0] == fault

"""A long document read by several processes is what one alone reads."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import run

import pytest
from reportlab.lib.colors import HexColor

from benchmarks.packs import draw_pack, paper_to_bind
from crossfoot.extract import document, parts
from crossfoot.extract.document import read_document
from crossfoot.extract.settings import ExtractSettings
from crossfoot.helping import Helping, helping
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool.common import Task, read
from crossfoot.pool.local import LocalPool
from crossfoot.pool.spare import Spare, offer
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.page import Reading, Table, TextLine
from crossfoot.schema.paper import Known
from crossfoot.settings import LimitSettings
from samples.expected import sample_pdfs
from tests.extract.drawn_pages import HIGH, Draw, Pen, pdf
from tests.faults.stuck_reader import readers_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nobody helps elsewhere")

# Workers take this path over.
sys.path.insert(0, str(Path(__file__).parents[1] / "faults"))

SAMPLES = sample_pdfs(second_producer=True)
TYPESET = next(path for path in SAMPLES if "chromium" in path.stem)
#: Points by which the ridge of a drawn house stands further right than on the page before.
RIDGE = 0.4


@pytest.fixture
def spare() -> Iterator[Spare]:
    """Two processors; none of the processes that took them is left."""
    before = children()
    spare = Spare(2)
    yield spare
    spare.close()
    assert children() == before


def children() -> set[str]:
    """The processes that this one has started."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            said = (process / "stat").read_text()
            if said.rpartition(")")[2].split()[1] == str(os.getpid()):
                found.add(process.name)
    return found


def whole(reading: Reading) -> tuple[Reading, list[Table], list[TextLine]]:
    """All that was read, so that it can be compared."""
    return reading._replace(tables=(), lines=()), list(reading.tables), list(reading.lines)


def by_several(path: Path, spare: Spare) -> tuple[Reading, list[Table], list[TextLine]]:
    return whole(read_document(path, None, Helping(spare)))


@pytest.fixture
def page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even short documents are parted, and each page is a part."""
    monkeypatch.setattr(document, "FEWEST_PAGES", 2)
    monkeypatch.setattr(parts, "_PAGES", 1)
    monkeypatch.setattr("crossfoot.helping._FEWEST_ITEMS", 1)


@pytest.mark.usefixtures("page_by_page")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_read_alike_by_one_and_by_several(path: Path, spare: Spare) -> None:
    assert by_several(path, spare) == whole(read_document(path))


def test_a_pack_is_read_alike_by_one_and_by_several(tmp_path: Path, spare: Spare) -> None:
    path = tmp_path / "pack.pdf"
    draw_pack(path, 70, paper_to_bind())
    assert document.FEWEST_PAGES <= 70
    assert by_several(path, spare) == whole(read_document(path))


def table_on_every_page(number: int) -> Draw:
    """A table that goes on over all pages under one running head, with a status drawn in it."""

    def draw(pen: Pen) -> None:
        pen.text(50, 30, f"Performance report, page {number}")
        xs, ys = (50, 250, 400, 550), (80, 110, 140, 170)
        rows = [("Indicator", "Result", "Status"), *((f"BV{number}{n}", "12", "") for n in "ab")]
        pen.table(xs, ys, rows)
        # A house whose ridge wanders: each like those on the pages around it, not like all others.
        path = pen.canvas.beginPath()
        path.moveTo(420, HIGH - 135)
        for x, y in ((430, 135), (430, 125), (420 + number * RIDGE, 117), (420, 125)):
            path.lineTo(x, HIGH - y)
        path.close()
        pen.canvas.setFillColor(HexColor("#00aa00"))
        pen.canvas.drawPath(path, stroke=0, fill=1)
        pen.canvas.setFillColor(HexColor("#000000"))

    return draw


@pytest.mark.usefixtures("page_by_page")
def test_symbols_that_are_alike_have_one_name_whoever_saw_them_first(
    tmp_path: Path, spare: Spare
) -> None:
    path = tmp_path / "drift.pdf"
    path.write_bytes(pdf(*map(table_on_every_page, range(1, 25))))
    alone = whole(read_document(path))
    symbols = {
        symbol
        for row in alone[1][0].rows
        for cell in row.cells
        for part in cell.parts
        for symbol in part.symbols
    }
    assert [len(table.bounds) for table in alone[1]] == [24]  # one over all pages
    assert len(symbols) == 1
    last = tmp_path / "last.pdf"
    last.write_bytes(pdf(table_on_every_page(24)))
    assert read_document(last).tables[0].rows[1].cells[2].parts[0].symbols != tuple(symbols)
    for _ in range(5):  # who reads which page is chance
        assert by_several(path, spare) == alone


@pytest.mark.usefixtures("page_by_page")
def test_a_document_of_fewer_pages_than_processes_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    path.write_bytes(pdf(table_on_every_page(1), table_on_every_page(2)))
    many = Spare(16)
    assert by_several(path, many) == whole(read_document(path))
    many.close()


def test_the_limit_of_pages_holds_for_several(tmp_path: Path, spare: Spare) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf(*map(table_on_every_page, range(1, 71))))
    settings = ExtractSettings(max_pages=50)
    reading = read_document(path, settings, Helping(spare))
    assert [lost.page for lost in reading.lost] == list(range(51, 71))
    assert whole(reading) == whole(read_document(path, settings))


@pytest.mark.usefixtures("page_by_page")
def test_damaged_pages_are_lost_alike(tmp_path: Path, spare: Spare) -> None:
    data = bytearray(TYPESET.read_bytes())
    contents = [
        match.end()
        for match in re.finditer(rb"/Filter /FlateDecode[^>]*>>\s*stream\r?\n", data)
        if data.index(b"endstream", match.end()) - match.end() > 600
    ]
    for at in contents[:2]:
        data[at + 100 : at + 140] = bytes(40)
    path = tmp_path / "damaged.pdf"
    path.write_bytes(data)
    reading = read_document(path)
    assert reading.lost
    assert by_several(path, spare) == whole(reading)


@pytest.mark.usefixtures("page_by_page")
def test_a_file_that_cannot_be_read_is_refused_alike(tmp_path: Path, spare: Spare) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf(*map(table_on_every_page, range(1, 5)), encrypt="secret"))
    said = []
    for sharing in (None, Helping(spare)):
        with pytest.raises(DocumentError) as refused:
            read_document(path, None, sharing)
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert "encrypted" in said[0]


HERE = os.getpid()
Do = Callable[[int], tuple[int, int]]


def slowly(number: int) -> tuple[int, int]:
    time.sleep(0.003)
    return number, os.getpid()


def shared(do: Do, many: Sequence[int], spare: Spare) -> list[tuple[int, int]]:
    with Helping(spare)(lambda: do, many) as results:
        return list(results)


def test_results_come_in_the_order_of_the_items_and_helpers_have_done_some(spare: Spare) -> None:
    done = shared(slowly, range(100), spare)
    assert [number for number, _ in done] == list(range(100))
    assert len({process for _, process in done}) == 3


def test_who_helped_leaves_his_processor_to_the_next(spare: Spare) -> None:
    for _ in range(3):
        assert len({process for _, process in shared(slowly, range(60), spare)}) == 3
    assert spare.take()
    assert spare.take()
    assert not spare.take()


def test_nobody_is_called_for_little(spare: Spare) -> None:
    assert {process for _, process in shared(slowly, range(7), spare)} == {HERE}


def test_a_helper_comes_when_a_processor_is_free_in_the_middle() -> None:
    spare = Spare(0)

    def do(number: int) -> tuple[int, int]:
        if number == 20:
            spare.give()
        return slowly(number)

    processes = [process for _, process in shared(do, range(100), spare)]
    assert set(processes[:21]) == {HERE}
    assert len(set(processes)) == 2
    spare.close()


def killed(number: int) -> tuple[int, int]:
    if number > 10 and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return slowly(number)


def failing(number: int) -> tuple[int, int]:
    if number > 10 and os.getpid() != HERE:
        raise MemoryError
    return slowly(number)


@pytest.mark.parametrize("do", [killed, failing])
def test_what_a_helper_cannot_do_is_done_here(do: Do, spare: Spare) -> None:
    done = shared(do, range(60), spare)
    assert [number for number, _ in done] == list(range(60))
    assert {process for number, process in done if number > 10} == {HERE}


def test_an_error_here_is_raised_and_ends_the_helpers(spare: Spare) -> None:
    def do(_: int) -> tuple[int, int]:
        if os.getpid() != HERE:
            time.sleep(600)
        raise MemoryError

    with pytest.raises(MemoryError):
        shared(do, range(60), spare)


def test_leaving_early_ends_the_helpers(spare: Spare) -> None:
    with Helping(spare)(lambda: slowly, range(60)) as results:
        assert next(results)[0] == 0


_BUSY = """
import time
from crossfoot.extract.processor_time import processor_time
from crossfoot.helping import Helping
from crossfoot.pool.spare import Spare

def busy(number):
    until = time.process_time() + 0.01
    while time.process_time() < until:
        pass

with processor_time(0.5), Helping(Spare(3))(lambda: busy, range(100)) as results:
    list(results)
"""


def test_what_helpers_use_is_the_documents_time() -> None:
    # A second in all, shared by four: none of them uses 0.5 s alone.
    done = run([sys.executable, "-c", _BUSY], check=False)
    assert done.returncode == -signal.SIGPROF


def test_helpers_end_with_a_worker_that_is_killed(tmp_path: Path) -> None:
    job = Job(tmp_path / "0.pdf", "0.pdf", "0", Known(), ExtractSettings(), NormaliseSettings())
    with LocalPool("stuck_reader:helped", 3, LimitSettings()) as pool:
        (done,) = read(pool, [Task(job, 0.1)])
    assert isinstance(done.result, Unread)
    assert "was not done after 1 s by the clock" in done.result.reason
    readers = set(readers_of(job.path))
    assert len(readers) == 3
    until = time.monotonic() + 5
    while any(Path(f"/proc/{reader}").exists() for reader in readers):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_nobody_helps_with_what_killed_its_worker(tmp_path: Path) -> None:
    job = Job(tmp_path / "0.pdf", "0.pdf", "0", Known(), ExtractSettings(), NormaliseSettings())
    with LocalPool("stuck_reader:deadly_with_help", 3, LimitSettings()) as pool:
        (done,) = read(pool, [Task(job, 30.0)])
    assert isinstance(done.result, Unread)
    assert "nobody helped" in done.result.reason


def test_nobody_helps_where_no_processor_was_offered() -> None:
    offer(None)
    assert helping() is None


def test_a_pool_of_one_reader_offers_nobody_and_gives_the_same_paper(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf(*map(table_on_every_page, range(1, 71))))
    settings = ExtractSettings(), NormaliseSettings()
    identity = read_document(path).document_id
    job = Job(path, path.name, identity, Known(), *settings)
    papers = []
    for jobs in (1, 3):
        with LocalPool("crossfoot.reader:read_paper", jobs, LimitSettings()) as pool:
            answer = pool.answer(Task(job, 60.0), pool.submit(Task(job, 60.0)))
            papers.append(answer.result)
    assert not isinstance(papers[0], Unread)
    assert papers[0] == papers[1]

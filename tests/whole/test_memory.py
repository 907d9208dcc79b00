"""Memory is flat: a long paper takes little more than a short one, of many reports or of one."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).parent.parent.parent / "samples"

_WORDS = ("letters", "repairs", "visits", "claims", "appeals", "homes", "schools")

_READ = """
import resource, sys
from pathlib import Path
from crossfoot.start import start_quickly
start_quickly()
from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from crossfoot.sources import identify
from crossfoot.job import Job
from crossfoot.worker import answer_to
from crossfoot.pool.frames import write_frame
source = identify(Path(sys.argv[1]))
settings = ExtractSettings(), NormaliseSettings()
job = Job(source.path, source.file_name, source.document_id, Known(), *settings, "off")
with Path(sys.argv[2]).open("wb") as sent:
    for frame in answer_to("crossfoot.reader:read_paper", job):
        write_frame(sent, frame)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

_STORE = """
import resource, sys
from functools import partial
from pathlib import Path
from crossfoot.start import start_quickly
start_quickly()
from crossfoot.checking import check
from crossfoot.pool.frames import read_frame
from crossfoot.pool.sent import Sent, collected
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, start_load
store = open_store(f"sqlite:///{sys.argv[1]}.db", create=True)
with Path(sys.argv[2]).open("rb") as sent:
    frame, relations = collected(iter(partial(read_frame, sent), None))
paper = Sent(frame.content, relations).opened()
assert load_paper(store, paper, start_load(store, "1")).rows["cells"] == len(paper.cells) > 0
del paper
check(store)
store.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def bound(pages: int, path: Path) -> None:
    """Write the sample papers one after the other, again and again."""
    target = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(file) for file in sorted(SAMPLES.glob("*/*.pdf"))]
    while len(target) < pages:
        for source in sources:
            room = pages - len(target)
            if room > 0:
                target.import_pages(source, list(range(min(room, len(source)))))
    target.save(path)


def peak_kib(script: str, pdf: Path) -> int:
    """Return the most memory that a process of its own takes for a script."""
    command = [sys.executable, "-c", script, str(pdf), str(pdf.with_suffix(".paper"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


def write_prose(pages: int, path: Path) -> None:
    """Write pages of 40 lines without a table, of which every tenth begins a report."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 11)
        if page % 10 == 1:
            canvas.drawString(64, 790, f"Report of the Head of Finance, item {page}")
            canvas.drawString(64, 770, "1. Purpose of report")
        for line in range(40):
            words = (f"{word} {(page * line) % 97}" for word in ("residents", "policy", "of the"))
            canvas.drawString(64, 750 - 16 * line, " ".join([*words, "members resolved"] * 2))
        canvas.drawString(290, 36, f"Page {page}")
        canvas.showPage()
    canvas.save()


def write_one_report(pages: int, path: Path) -> None:
    """Write the head of one report, then on each page a table of 12 indicators with 36 figures."""
    edges = (40, 90, 290, 350, 410, 470, 555)
    canvas, drawn = Canvas(str(path), pagesize=A4, invariant=1), random.Random(4)
    for line, text in enumerate(("Report to: Scrutiny Committee", "Performance Report 2018/19")):
        canvas.drawString(60, 790 - 30 * line, text)
    canvas.showPage()
    for page in range(2, pages + 1):
        words = " ".join(drawn.choices(_WORDS, k=9))
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(40, 800, f"Performance indicators: {words[:30]}")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(40, 787, f"The council set out {words}.")
        canvas.setFont("Helvetica", 7)
        for at in range(14):
            canvas.line(edges[0], 775 - 50 * at, edges[-1], 775 - 50 * at)
        for edge in edges:
            canvas.line(edge, 775, edge, 125)
        for row in range(13):
            texts = ["Code", "Indicator", "Outturn 2017/18", "Target 2018/19", "Outturn 2018/19"]
            texts.append("Status")
            if row:
                values = [f"{60 + (page * row * factor) % 40}%" for factor in (3, 7, 11)]
                met = int(values[2][:-1]) >= int(values[1][:-1])
                named = f"Percentage of {_WORDS[row % 7]} answered in {page} days, part {row}"
                texts = [f"LP {100 * page + row}", named, *values, "Green" if met else "Red"]
            for edge, text in zip(edges, texts, strict=False):
                canvas.drawString(edge + 3, 755 - 50 * row, text)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(40, 80, f"The officers note {words}.")
        canvas.showPage()
    canvas.save()


def write_one_report_of_prose(pages: int, path: Path) -> None:
    """Write the head of one report, then pages of 40 lines."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.drawString(60, 790, "Report to: Scrutiny Committee")
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 11)
        for line in range(40):
            words = (_WORDS[(page * line + at) % 7] for at in range(12))
            canvas.drawString(64, 750 - 16 * line, " ".join(words))
        canvas.showPage()
    canvas.save()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is in other units")
@pytest.mark.parametrize(
    ("script", "write", "most"),
    [
        (_READ, bound, 19),
        (_READ, write_prose, 10),
        (_READ, write_one_report, 45),
        (_READ, write_one_report_of_prose, 14),
        (_STORE, bound, 14),
    ],
    ids=["tables", "prose", "one report of tables", "one report of prose", "storing tables"],
)
def test_a_paper_of_1000_pages_takes_little_more_memory_than_one_of_100(
    tmp_path: Path, script: str, write: Callable[[int, Path], None], most: int
) -> None:
    short, long = tmp_path / "short.pdf", tmp_path / "long.pdf"
    write(100, short)
    write(1000, long)
    if script == _STORE:
        for pdf in (short, long):
            peak_kib(_READ, pdf)
    assert peak_kib(script, long) - peak_kib(script, short) < most * 1024

"""A paper that another program rewrote reads the same; what is lost in it is said."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crossfoot.schema.paper import Paper
from tests.whole.rewritten import (
    A5,
    Printed,
    Rewrite,
    furthest,
    locked,
    lost_figures,
    moved,
    printed,
    rewritten,
    squeezed,
    stamped,
    to_a5,
    turned,
    turned_away,
    turned_boxes,
    with_a_watermark,
)
from tests.whole.rows import read

SAMPLES = Path(__file__).parents[2] / "samples"
FEW = [
    SAMPLES / "further/pdf" / f"{stem}.pdf"
    for stem in ("icons_key_on_last_page", "row_rules_months", "sideways_comparators")
]
#: With sections and captions above tables, cards with drawn arrows, rows cut by page ends.
AWAY = [
    *FEW,
    SAMPLES / "further/pdf/cards_with_charts.pdf",
    SAMPLES / "further/pdf/no_rules_annual.pdf",
    SAMPLES / "pdf/2021-22_q1_support_services.pdf",
]
ALL = sorted(SAMPLES.rglob("*.pdf"))
#: Programs by which papers are printed again, compressed and merged, and what they are told.
PROGRAMS = {
    "Ghostscript": ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile={out}"),
    "poppler and cairo": ("pdftocairo", "-pdf", "{in}", "{out}"),
    "mutool": ("mutool", "clean", "-gggg", "-z", "{in}", "{out}"),
    "qpdf": ("qpdf", "--linearize", "--object-streams=generate", "{in}", "{out}"),
}


def values(printed: Printed) -> dict[str, list[dict[str, Any]]]:
    """The rows without what a second reader, whom nobody asks about turned pages, says of them."""
    return {
        relation: [
            {name: value for name, value in row.items() if name not in ("evidence", "confidence")}
            for row in rows
        ]
        for relation, rows in printed.rows.items()
    }


@cache
def as_it_was(path: Path) -> Printed:
    return printed(read(path))


def written(data: bytes, folder: Path) -> Paper:
    path = folder / "rewritten.pdf"
    path.write_bytes(data)
    return read(path)


def run(program: str, path: Path, folder: Path, *more: str) -> Paper:
    """Rewrite a paper with a program, where the machine has it, and read what comes out."""
    name, *told = PROGRAMS[program]
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not on this machine")
    out = folder / "rewritten.pdf"
    words = [word.replace("{out}", str(out)).replace("{in}", str(path)) for word in told]
    inputs = [] if "{in}" in told else [str(path)]
    subprocess.run([name, *words, *more, *inputs], check=True, capture_output=True, timeout=60)
    return read(out)


@pytest.mark.parametrize(
    ("rewrite", "scale"),
    [
        (squeezed, 1.0),
        (moved, 1.0),
        (turned, 1.0),
        (to_a5, A5),
        (stamped, 1.0),
        (with_a_watermark, 1.0),
        (locked, 1.0),
    ],
)
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_a_rewritten_paper_reads_the_same(
    path: Path, rewrite: Rewrite, scale: float, tmp_path: Path
) -> None:
    before, after = as_it_was(path), printed(written(rewritten(path, rewrite), tmp_path))
    assert after.rows == before.rows
    assert furthest(before.boxes, after.boxes, scale) < 1


@pytest.mark.parametrize("quarters", [1, 2, 3])
@pytest.mark.parametrize("path", AWAY, ids=lambda path: path.stem)
def test_a_page_displayed_on_its_side_or_its_head_reads_the_same(
    path: Path, quarters: int, tmp_path: Path
) -> None:
    before = as_it_was(path)
    after = printed(written(rewritten(path, turned_away(quarters)), tmp_path))
    assert values(after) == values(before)
    boxes = list(turned_boxes(read(path), path, quarters))
    assert furthest(boxes, after.boxes, 1.0) < 0.1


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_program_that_prints_a_paper_again_adds_no_figure(
    path: Path, program: str, tmp_path: Path
) -> None:
    paper = run(program, path, tmp_path)
    before, after = as_it_was(path), printed(paper)
    assert not list(lost_figures(before, after))
    if after.rows != before.rows:  # letters that the program left without their values
        assert "\ufffd" in str(after.rows)
        assert "read.unreadable" in {finding.rule_id for finding in paper.findings} or (
            paper.document.reason is not None
        )
    else:
        assert furthest(before.boxes, after.boxes, 1.0) < 1


@pytest.mark.slow
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_letters_that_were_made_outlines_are_said_to_be(path: Path, tmp_path: Path) -> None:
    paper = run("Ghostscript", path, tmp_path, "-dNoOutputFonts")
    assert not paper.figures
    assert paper.document.outcome in {"partly_read", "failed"}  # some pages, or its only one
    assert "drawn as shapes" in (paper.document.reason or "")

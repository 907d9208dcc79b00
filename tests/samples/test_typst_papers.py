"""The producer that comes from a wheel sets every paper, so that tests can use a third producer."""

from __future__ import annotations

import pytest

from samples.expected import PRIMARY, load_expected
from samples.facts import Paper
from samples.layouts import drawing
from samples.make import rows_of
from samples.papers.catalogue import PAPERS

typst = pytest.importorskip("samples.render_typst", reason="typst is not installed")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_typst_prints_every_row_of_a_paper(paper: Paper) -> None:
    data = typst.render(drawing(paper))
    rows = rows_of(paper, data, f"{paper.stem}_typst.pdf")
    committed = load_expected(PRIMARY / f"{paper.stem}.pdf")
    for relation in ("indicators", "figures", "actions", "summaries", "legends"):
        pages = [row["page"] for row in rows[relation]]
        assert len(pages) == len(committed[relation])
        assert all(1 <= page <= rows["documents"][0]["pages"] for page in pages)

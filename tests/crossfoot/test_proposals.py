"""What ``crossfoot show`` proposes for a headings file can be pasted, and is then read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from crossfoot.commands.proposals import Proposal, as_toml, proposals
from crossfoot.normalise.heading_proposals import heading_words, propose
from crossfoot.normalise.headings import MEANINGS, heading_key, parse_headings
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from tests.crossfoot.conftest import Run
from tests.normalise.paper_builder import C, Draft

ROWS: list[list[C | str]] = [
    ["Ref", "Indicator", "Q2 2018/19", "What we should reach", "Q2 position a year ago", "Finish"],
    ["LI 1", "Rent collected", "97%", "98%", "96%", "31/03/2019"],
    ["LI 2", "Repairs on time", "91%", "95%", "94%", "30/06/2019"],
]


def _drawn(path: Path, rows: list[list[C | str]]) -> None:
    style = getSampleStyleSheet()
    table = Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    title = Paragraph("Performance report Quarter 2 2018/19", style["Title"])
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build([title, table])


def _pasted(out: str) -> str:
    return out[out.index("[headings]") :]


def test_what_show_proposes_is_read_once_it_is_pasted(run: Run, tmp_path: Path) -> None:
    _drawn(tmp_path / "paper.pdf", ROWS)
    assert run("ingest", "paper.pdf").code == 0
    before = run("show", "paper.pdf").out
    (tmp_path / "own.toml").write_text(_pasted(before), "utf-8")
    assert run("ingest", "paper.pdf", "--headings", "own.toml").code == 0
    after = run("show", "paper.pdf").out
    assert "2018/19 Q2 target 98%" not in before
    assert "2018/19 Q2 target 98%" in after
    assert "[headings]" not in after


def test_a_table_that_was_not_understood_is_read_with_the_headings_proposed(
    tmp_path: Path,
) -> None:
    draft = Draft().line("Performance report Quarter 2 2018/19", bold=True)
    draft.table(
        ["Our number", "What we count", "How we did", "What we should reach", "Traffic"],
        ["LI 1", "Rent collected in the year", "97%", "98%", "Green"],
        ["LI 2", "Repairs done on time", "91%", "95%", "Red"],
    )
    paper = draft.read()
    assert not paper.indicators
    found = proposals(paper)
    assert [proposal.meanings[0] for proposal in found] == [
        "code",
        "title",
        "result",
        "target",
        "status",
    ]
    own = tmp_path / "own.toml"
    own.write_text(as_toml(found), "utf-8")
    again = interpret(
        draft.reading(), Known(), NormaliseSettings(reader_version="test", headings_file=own)
    )
    assert [(row.code, row.title, row.status) for row in again.indicators] == [
        ("LI 1", "Rent collected in the year", "green"),
        ("LI 2", "Repairs done on time", "red"),
    ]
    assert [(f.measure, f.period, str(f.value)) for f in again.figures] == [
        ("actual", "2018/19 Q2", "97"),
        ("target", "2018/19 Q2", "98"),
        ("actual", "2018/19 Q2", "91"),
        ("target", "2018/19 Q2", "95"),
    ]
    assert proposals(again) == []


def test_a_paper_that_is_understood_has_nothing_proposed() -> None:
    draft = Draft().line("Performance report Quarter 2 2018/19", bold=True)
    draft.table(["Ref", "Indicator", "Actual", "Target"], ["LI 1", "Rent", "97%", "98%"])
    assert proposals(draft.read()) == []


@pytest.mark.parametrize(
    ("heading", "texts", "first"),
    [
        ("What we should reach", ["98%", "95%"], "target"),
        ("Position a year ago", ["98%", "95%"], "previous"),
        ("Kent mean", ["98%", "95%"], "comparator"),
        ("Gap", ["1%", "-2%"], "other"),
        ("How we did", ["98%", "95%"], "result"),
        ("Finish", ["31/03/2019", "30/06/2019"], "due"),
        ("Began", ["31/03/2019", "30/06/2019"], "other"),
        ("New finish", ["31/03/2019", "30/06/2019"], "revised_due"),
        ("Traffic", ["Green", "Red"], "status"),
        ("In charge", ["Head of Housing", "Waste Manager"], "owner"),
        ("Blah", [], "other"),
    ],
)
def test_the_likeliest_meaning_comes_first(heading: str, texts: list[str], first: str) -> None:
    assert propose(heading, texts)[0] == first


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Q2 standing", "standing"),
        ("Standing at Q2 2018/19", "Standing"),
        ("How we did?", "How we did"),
        ("2018/19", ""),
    ],
)
def test_only_the_words_of_a_heading_are_listed(heading: str, words: str) -> None:
    assert heading_words(heading) == words


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1), st.lists(st.text(min_size=1))), max_size=5))
def test_whatever_a_paper_prints_gives_a_headings_file(
    columns: list[tuple[str, list[str]]],
) -> None:
    found = {
        heading_key(heading): Proposal(heading, propose(heading, texts))
        for heading, texts in columns
        if heading_key(heading)
    }
    source = as_toml(list(found.values()))
    assert set(tomllib.loads(source)["headings"]) <= MEANINGS
    assert parse_headings(source, "proposal") == {
        key: proposal.meanings[0] for key, proposal in found.items()
    }

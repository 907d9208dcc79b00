"""The door: outcomes, ids, cells, and that nothing on a table is dropped."""

from __future__ import annotations

from pathlib import Path

from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.page import Box, Doubt, LostPage, Reading
from crossfoot.schema.paper import Known, Paper
from tests.normalise.paper_builder import C, Draft

SETTINGS = NormaliseSettings(reader_version="7")


def draft() -> Draft:
    made = Draft().line("Key Performance Indicators 2019/20", bold=True)
    return made.table(
        ["Status", "PI Ref", "Indicator", "Q1 2019/20", "Mystery"],
        ["Green", "BV8", C("Invoices\npaid", more=("on time",)), "97%", "x"],
    )


def test_every_part_of_every_cell_is_a_row_with_its_role() -> None:
    paper = draft().read()
    roles = [(cell.col_no, cell.fragment, cell.text, cell.role) for cell in paper.cells]
    assert roles[5:] == [
        (1, 1, "Green", "status"),
        (2, 1, "BV8", "code"),
        (3, 1, "Invoices paid", "title"),
        (3, 2, "on time", "title"),
        (4, 1, "97%", "actual 2019/20 Q1"),
        (5, 1, "x", None),
    ]
    assert {role for *_, role in roles[:5]} == {"heading"}
    assert len({cell.cell_id for cell in paper.cells}) == len(paper.cells)
    assert [f.rule_id for f in paper.findings] == ["heading.unknown"]


def test_a_cut_title_is_whole_and_figures_point_at_their_cell() -> None:
    paper = draft().read()
    assert paper.indicators[0].title == "Invoices paid on time"
    cells = {cell.cell_id: cell for cell in paper.cells}
    assert [cells[f.cell_id].text for f in paper.figures] == ["97%"]
    assert [cells[s.cell_id].text for s in paper.statuses] == ["Green"]


def test_the_same_reading_gives_the_same_rows() -> None:
    assert draft().read() == draft().read()


def _series(council: str | None, document_id: str) -> str:
    reading = draft().reading()._replace(document_id=document_id * 64)
    known = Known(council=council, council_source="argument" if council else None)
    return interpret(reading, known, SETTINGS).series[0].series_id


def test_two_unknown_councils_never_share_a_series() -> None:
    assert _series(None, "a") != _series(None, "b")
    assert _series("Broxtowe", "a") == _series("Broxtowe", "b")
    assert _series("Broxtowe", "a") != _series("Bromsgrove", "a")


def _outcome(reading: Reading) -> Paper:
    return interpret(reading, Known(), SETTINGS)


def test_outcomes() -> None:
    read = draft().reading()
    assert _outcome(read).document.outcome == "read"
    assert _outcome(read).document.reader_version == "7"
    lost = _outcome(read._replace(pages=2, lost=(LostPage(2, "out of time"),)))
    assert lost.document.outcome == "partly_read"
    assert lost.document.reason == "page 2: out of time"
    assert "page.lost" in [finding.rule_id for finding in lost.findings]
    assert _outcome(Draft().line("Only words").reading()).document.outcome == "no_tables"


def test_a_readers_doubt_is_a_finding_at_its_place() -> None:
    box = Box(1, 2, 3, 4)
    reading = draft().reading()._replace(doubts=(Doubt("overflow", 1, box, "text runs out"),))
    found = [f for f in _outcome(reading).findings if f.rule_id == "read.overflow"]
    assert [(f.severity, f.page, f.box if hasattr(f, "box") else f.x0) for f in found] == [
        ("warning", 1, 1.0)
    ]


def test_a_doubt_that_is_a_note_becomes_a_note() -> None:
    doubt = Doubt("joined", 1, Box(1, 2, 3, 4), "one row in two parts", "note")
    found = _outcome(draft().reading()._replace(doubts=(doubt,))).findings
    assert [f.severity for f in found if f.rule_id == "read.joined"] == ["note"]


def test_an_empty_reading_is_no_error() -> None:
    paper = _outcome(Reading("d" * 64, "a.pdf", 0, (), (), ()))
    assert (paper.document.outcome, paper.cells) == ("no_tables", [])


def test_a_table_of_unknown_words_is_kept_and_told() -> None:
    paper = Draft().table(["Alpha", "Beta"], ["Green", "Red"], ["Green", "Amber"]).read()
    assert [(f.rule_id, f.severity) for f in paper.findings] == [
        ("table.not_understood", "warning")
    ]
    assert [cell.role for cell in paper.cells] == [None] * 6


def test_a_users_headings_teach_a_layout(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[headings]\nresult = ["Mystery"]\n', "utf-8")
    made = Draft().line("Key Performance Indicators Quarter 1 2019/20", bold=True, size=15)
    made.table(["Status", "PI Ref", "Indicator", "Mystery"], ["Green", "BV8", "Invoices", "97%"])
    reading = made.reading()
    plain = interpret(reading, Known(), SETTINGS)
    taught = interpret(reading, Known(), NormaliseSettings(headings_file=own))
    assert plain.figures == []
    assert [(f.measure, f.period) for f in taught.figures] == [("actual", "2019/20 Q1")]


def test_figures_under_targets_and_quarters_that_nothing_names_are_told_of_as_a_warning() -> None:
    made = Draft().line("Performance Quarter 1 2014/15", bold=True, size=15)
    made.table(["How clean we are", "Target", "Q1"], ["Streets", "85%", "90%"], ["Parks", "5", "7"])
    paper = made.read()
    assert paper.figures == []
    assert [(f.rule_id, f.severity) for f in paper.findings] == [
        ("table.not_understood", "warning")
    ]

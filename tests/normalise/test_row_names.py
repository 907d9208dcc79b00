"""Names that several rows share, and rows without a code in a table of codes."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def _read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    return draft.table(*rows).read()


def test_figures_of_parts_under_one_name_are_not_the_indicators() -> None:
    paper = _read(
        ["Indicator", "Area", "Q1 2019/20", "Target"],
        [C("Calls answered %", down=2), "North", "90%", "92%"],
        ["South", "5%", "9%"],
        ["Calls lost %", "All", "7%", "8%"],
    )
    assert [f.as_printed for f in paper.figures] == ["7%", "8%"]
    assert [i.title for i in paper.indicators] == ["Calls lost %"]
    assert {"90%", "5%"} <= {cell.text for cell in paper.cells}
    assert [(f.rule_id, f.severity) for f in paper.findings if f.rule_id.startswith("row.")] == [
        ("row.shared_name", "warning"),
        ("row.no_identity", "warning"),
    ]


def test_a_name_over_rows_with_codes_of_their_own_names_each() -> None:
    paper = _read(
        ["Code", "Indicator", "Q1 2019/20"],
        ["BV78a", C("Days to process", down=2), "9"],
        ["BV78b", "4"],
    )
    assert [(f.code, f.as_printed) for f in paper.figures] == [("BV78a", "9"), ("BV78b", "4")]


def test_a_name_over_a_row_and_its_remark_is_the_rows() -> None:
    paper = _read(
        ["Indicator", "Q1 2019/20", "Comments"],
        [C("Days to process", down=2), "9", "On course"],
        ["", "and improving"],
    )
    assert [f.as_printed for f in paper.figures] == ["9"]


@pytest.mark.parametrize("printed", ["BV8 / BV9", "BV8, NI 181", "", "none"])
def test_a_row_of_figures_without_one_code_in_a_table_of_codes_is_told(printed: str) -> None:
    paper = _read(
        ["Code", "Indicator", "Q1 2019/20"],
        ["BV12", "Days lost", "9"],
        [printed, "Invoices paid", "98"],
    )
    assert [i.code for i in paper.indicators] == ["BV12", None]
    told = [(f.severity, f.printed) for f in paper.findings if f.rule_id == "row.no_code"]
    assert told == [("warning", printed or None)]


@pytest.mark.parametrize("rows", [[["1", "Days", "9"], ["2", "Calls", "4"]], [["", "Days", "9"]]])
def test_numbers_of_rows_and_an_empty_column_lack_no_codes(
    rows: list[list[C | str]],
) -> None:
    paper = _read(["No", "Indicator", "Q1 2019/20"], *rows)
    assert "row.no_code" not in {f.rule_id for f in paper.findings}


def test_a_code_in_the_title_is_no_missing_code() -> None:
    paper = _read(
        ["Ref", "Indicator", "Q1 2019/20"],
        ["BV12", "Days lost", "9"],
        ["", "Invoices paid (BV8)", "98"],
    )
    assert [i.code for i in paper.indicators] == ["BV12", "BV8"]
    assert "row.no_code" not in {f.rule_id for f in paper.findings}

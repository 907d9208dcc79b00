"""Marks behind headings and figures, and the notes that say how final what they mark is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.mark_notes import marks_of_paper
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(heading: C | str, value: C | str, *below: str, above: str = "") -> Paper:
    draft = Draft().line("Performance indicators", bold=True)
    if above:
        draft = draft.line(above)
    draft = draft.table(
        ["Ref", "Indicator", heading, "Target 2007/08"],
        ["BV8", "Invoices paid on time", value, "99%"],
    )
    for line in below:
        draft = draft.line(line)
    return draft.read()


def results(paper: Paper) -> list[tuple[str | None, Decimal | None, str | None]]:
    return [
        (f.period, f.value, f.footnote) for f in paper.figures if f.measure in {"outturn", "actual"}
    ]


def rules(paper: Paper) -> list[str]:
    return [f.rule_id for f in paper.findings if f.rule_id.startswith(("column", "heading"))]


@pytest.mark.parametrize(
    ("heading", "note", "words"),
    [
        ("2006/07 Outturn*", "* provisional", "provisional"),
        (
            "2006/07 Outturn*",
            "*Provisional figures, subject to audit",
            "provisional subject to audit",
        ),
        ("Outturn* 2006/07", "* Provisional", "provisional"),
        ("*2006/07 Outturn", "* Provisional", "provisional"),
        ("2006/07 *", "* 2006/07 data is still unaudited", "unaudited"),
        ("2006/07 Outturn**", "** draft", "draft"),
        ("2006/07\u2020", "\u2020 unaudited", "unaudited"),
        ("2006/07 Outturn #", "# denotes provisional figure", "provisional"),
        ("2006/07 Outturn (1)", "(1) Provisional", "provisional"),
        ("2006/07\u00b9", "1 Provisional", "provisional"),
        (C("2006/071", raised=((7, 8),)), "1 Provisional", "provisional"),
        (C("2006/07 Outturnp", raised=((15, 16),)), "p = provisional", "provisional"),
        ("2006/07p", "p = provisional", "provisional"),
        ("2006/07 (p)", "(p) = provisional; (r) = revised", "provisional"),
        ("2006/07 P", "P - provisional", "provisional"),
        ("Outturn 2006/07 R", "P: provisional, R: restated", "restated"),
        ("2006/07*", "Figures marked * are provisional", "provisional"),
        ("2006/07*", "Figures marked with an asterisk (*) are unaudited", "unaudited"),
    ],
)
def test_the_note_says_of_what_printing_the_figures_under_a_heading_are(
    heading: C | str, note: str, words: str | None
) -> None:
    found = results(read(heading, "97.1%", note))
    assert found == ([("2006/07", Decimal("97.1"), words)] if words else [])


@pytest.mark.parametrize("note", ["* estimated", "* 2006/07 figures are estimates", "* forecast"])
def test_what_a_note_calls_an_estimate_is_no_outturn(note: str) -> None:
    paper = read("2006/07 Outturn*", "97.1%", note)
    assert results(paper) == []
    assert rules(paper) == ["column.estimated"]


@pytest.mark.parametrize(
    "note",
    [
        "* estimated population of the borough",
        "* revised definition from 2006/07",
        "* excludes provisional registrations",
        "* Provisional target",
        "* unaudited accounts were approved in June",
        "* see page 4",
    ],
)
def test_a_note_of_other_things_says_nothing_of_the_figures(note: str) -> None:
    assert results(read("2006/07 Outturn*", "97.1%", note)) == [("2006/07", Decimal("97.1"), None)]


def test_a_sign_that_no_note_explains_is_kept() -> None:
    assert results(read("2006/07 Outturn*", "97.1%")) == [("2006/07", Decimal("97.1"), "*")]
    assert results(read("2006/07 Outturn*", "97.1%\u2020")) == [
        ("2006/07", Decimal("97.1"), "\u2020 *")
    ]


@pytest.mark.parametrize(
    ("value", "note", "number", "footnote"),
    [
        ("87.3*", "* provisional", "87.3", "* provisional"),
        ("*87.3", "* provisional", "87.3", "* provisional"),
        ("87.3*", "* 3 cases less", "87.3", "*"),
        ("87.3 (p)", "p = provisional", "87.3", "(p) provisional"),
        ("87.3 (p)", "", "87.3", "(p)"),
        ("87.3p", "p = provisional", "87.3", "p provisional"),
        ("87.3%r", "r = revised; p = provisional", "87.3", "r revised"),
        ("87.3% (1)", "(1) Unaudited", "87.3", "(1) unaudited"),
        (C("87.31", raised=((4, 5),)), "1 Provisional", "87.3", "1 provisional"),
        (C("87.3p", raised=((4, 5),)), "p Provisional", "87.3", "p"),
        (C("87.3p", raised=((4, 5),)), "p = Provisional", "87.3", "p provisional"),
        ("87.3p", "", None, None),
        ("87.3p", "p = pence", None, None),
        ("87 (1)", "(1) Provisional", None, None),
        ("87.3x", "p = provisional", None, None),
        ("p", "p = provisional", None, None),
    ],
)
def test_a_mark_behind_a_figure_is_kept_with_what_its_note_says(
    value: C | str, note: str, number: str | None, footnote: str | None
) -> None:
    ((_, found, kept),) = results(read("2006/07", value, note or "Printed in June"))
    assert found == (Decimal(number) if number else None)
    assert kept == footnote


def test_a_figure_that_is_printed_with_its_mark_is_cited_as_printed() -> None:
    (figure, _) = read("2006/07", "87.3p", "p = provisional").figures
    assert (figure.as_printed, figure.decimals, figure.value_state) == ("87.3p", 1, "value")


def test_a_key_anywhere_in_the_paper_explains_letters() -> None:
    found = results(read("2006/07p", "97.1%", above="Key: p = provisional, r = revised"))
    assert found == [("2006/07", Decimal("97.1"), "provisional")]


def test_the_note_below_a_table_goes_before_that_of_the_paper() -> None:
    paper = read("2006/07*", "97.1%", "* includes arrears", above="* = provisional")
    assert results(paper) == [("2006/07", Decimal("97.1"), None)]


def test_a_note_in_the_last_row_of_a_table_counts() -> None:
    paper = (
        Draft()
        .line("Performance indicators", bold=True)
        .table(
            ["Ref", "Indicator", "2006/07 Outturn*", "Target 2007/08"],
            ["BV8", "Invoices paid on time", "97.1%", "99%"],
            [C("* provisional", span=4)],
        )
        .read()
    )
    assert results(paper) == [("2006/07", Decimal("97.1"), "provisional")]


def test_a_raised_mark_is_a_line_before_its_note() -> None:
    found = results(read(C("2006/071", raised=((7, 8),)), "97.1%", "1", "Provisional"))
    assert found == [("2006/07", Decimal("97.1"), "provisional")]


def test_each_table_has_its_own_notes() -> None:
    rows: list[list[C | str]] = [
        ["Ref", "Indicator", "2006/07 Outturn*", "Target 2007/08"],
        ["BV8", "Invoices paid on time", "97.1%", "99%"],
    ]
    paper = (
        Draft()
        .line("Performance indicators", bold=True)
        .table(*rows)
        .line("* provisional")
        .line("Other performance indicators", bold=True)
        .table(*rows)
        .line("* of all invoices")
        .read()
    )
    assert [footnote for _, _, footnote in results(paper)] == ["provisional", None]


@given(st.text(max_size=60), st.sampled_from(["p", "r", "*", "(1)"]))
def test_no_text_beside_the_words_explains_a_mark(text: str, mark: str) -> None:
    for words in marks_of_paper([f"{mark} = provisional {text}", f"{mark} = {text}"]).values():
        assert words

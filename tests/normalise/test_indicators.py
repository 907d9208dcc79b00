"""Indicator tables of several layouts, down to every figure."""

from __future__ import annotations

from decimal import Decimal

from tests.normalise.indicator_tables import HEADINGS, figures, rules, table
from tests.normalise.paper_builder import C, Draft


def test_a_blank_a_dash_and_a_value_are_three_states() -> None:
    paper = table(["Green", "BV8 Invoices paid %", "99.30%", "-", "", "ok"])
    assert [(f.value_state, f.value, f.decimals, f.unit) for f in paper.figures] == [
        ("value", Decimal("99.30"), 2, "%"),
        ("dash", None, None, None),
        ("blank", None, None, None),
    ]


def test_a_note_that_is_wholly_a_date_dates_the_current_actual() -> None:
    paper = table(
        ["Red", "BV12 Days lost (Rolling Annual Figure)", "8.7", "9.3*", "7.5", "*July 2019 figure"]
    )
    current = paper.figures[1]
    assert (current.basis, str(current.as_of), current.footnote) == ("rolling", "2019-07-31", "*")
    assert [f.as_of for f in paper.figures if f is not current] == [None, None]
    assert rules(paper) == ["figure.as_of"]


def test_a_date_in_a_note_binds_nothing_where_the_actual_is_absent() -> None:
    paper = table(["Red", "BV12 Days lost", "8.7", "-", "7.5", "August"])
    assert {f.as_of for f in paper.figures} == {None}
    assert rules(paper) == []


def test_a_figure_tied_to_a_period_in_a_note_is_a_further_figure() -> None:
    paper = table(
        [
            "Green",
            "BV9 Council Tax collected %",
            "98.5%",
            "29.7%",
            "24.6%",
            "Good. August 2019 = 48.27%",
        ]
    )
    extra = paper.figures[-1]
    assert (extra.source, extra.period, extra.basis, extra.value) == (
        "note",
        "2019-08",
        "to_date",
        Decimal("48.27"),
    )
    assert paper.figures[2].basis == "to_date"


def test_a_superscript_is_a_footnote_not_a_digit() -> None:
    paper = table(["Green", "BV8 Invoices", "38", C("381", raised=((2, 3),)), "40", ""])
    assert (paper.figures[1].value, paper.figures[1].footnote) == (Decimal(38), "1")


def test_sections_carry_over_pages_and_a_row_never_gets_the_next_one() -> None:
    draft = Draft().line("Resources Key Performance Indicators 2019/20", bold=True)
    draft.table(
        HEADINGS,
        ["Green", "BV8 Before any section", "1", "1", "1", ""],
        [C("Finance Services", span=6)],
        ["Green", "FPLocal_01 One", "1", "1", "1", ""],
        [],
        ["Green", "FPLocal_02 Two", "1", "1", "1", ""],
        ["", "Legal Services", "", "", "", ""],
        [],
        ["Green", "LALocal_14 Three", "1", "1", "1", ""],
        breaks=(5, 8),
    )
    paper = draft.read()
    assert [(row.code, row.section) for row in paper.indicators] == [
        ("BV8", "Resources"),
        ("FPLocal_01", "Finance Services"),
        ("FPLocal_02", "Finance Services"),
        ("LALocal_14", "Legal Services"),
    ]
    assert [cell.role for cell in paper.cells if cell.row_no == 5] == ["repeated_heading"] * 6


def test_code_team_and_csi_mark_inside_the_title_are_taken_apart() -> None:
    draft = Draft().table(
        ["Status", "CSI and Code", "Frequency", "2020/21\nAchieved", "2021/22\nQ1", "Notes"],
        [
            "Green",
            "CSI Invoices paid within 30\ndays (BV8) (Finance)",
            "Quarterly",
            "98.6%",
            "99.5%",
            "",
        ],
        ["Red", "Claims (calendar days)\n(BV78b) (Benefits)", "Quarterly", "3.5", "5.2", ""],
    )
    first, second = draft.read().indicators
    assert (first.title, first.code, first.section, first.is_csi, first.frequency) == (
        "Invoices paid within 30 days",
        "BV8",
        "Finance",
        True,
        "Quarterly",
    )
    assert (second.title, second.section, second.is_csi) == (
        "Claims (calendar days)",
        "Benefits",
        False,
    )


def test_is_csi_is_null_where_the_paper_tells_none_apart() -> None:
    assert table(["Green", "BV8 Invoices", "1", "1", "1", ""]).indicators[0].is_csi is None


def test_headings_over_two_levels() -> None:
    draft = Draft().line("Performance Indicators", bold=True)
    draft.table(
        [
            C("Ref", down=2),
            C("Indicator", down=2),
            C("2008/09", span=2),
            C("2009/10", span=2),
            C("DoT", down=2),
        ],
        ["Actual", "Target", "Q1", "Target"],
        ["NI 191", "Waste", "620", "610", "150", "600", "↑"],
    )
    paper = draft.read()
    assert figures(paper) == [
        ("NI191", "outturn", "annual", "2008/09", "620"),
        ("NI191", "target", "annual", "2008/09", "610"),
        ("NI191", "actual", "in_period", "2009/10 Q1", "150"),
        ("NI191", "target", "unknown", "2009/10", "600"),
    ]
    assert paper.indicators[0].trend_as_printed == "↑"


def test_rows_that_name_their_own_figures() -> None:
    draft = Draft().line("Performance Indicators 2010/11", bold=True)
    draft.table(
        ["Ref", "Indicator", "Type", "Q1", "Q2"],
        [C("LPI1", down=2), C("Rent collected", down=2), "Target", "98%", "98%"],
        ["Actual", "97%", ""],
    )
    paper = draft.read()
    assert len(paper.indicators) == 1
    assert [(m, p, v) for _, m, _, p, v in figures(paper)] == [
        ("target", "2010/11 Q1", "98"),
        ("target", "2010/11 Q2", "98"),
        ("actual", "2010/11 Q1", "97"),
        ("actual", "2010/11 Q2", None),
    ]


COLOURED: tuple[list[C | str], ...] = (
    ["Ref", "Title", "2008/09 Target", "Q1", "Q2"],
    ["NI 155", "Homes", "120", C("20", fill="#ff0000"), C("45", fill="#ffc000")],
    ["NI 156", "Households", "9", C("8", fill="#00b050"), ""],
)


def test_coloured_figures_are_statuses_by_period_where_a_sentence_says_what_colours_mean() -> None:
    draft = Draft().line("National Indicators 2008/09", bold=True)
    draft.table(*COLOURED)
    draft.line("Green = target met, amber = within 5% of target, red = target missed")
    paper = draft.read()
    assert [(s.period, s.status, s.status_carrier) for s in paper.statuses] == [
        ("2008/09 Q1", "red", "fill"),
        ("2008/09 Q2", "amber", "fill"),
        ("2008/09 Q1", "green", "fill"),
    ]
    assert [row.status for row in paper.indicators] == ["amber", "green"]


def test_coloured_figures_that_nothing_explains_are_no_statuses_and_are_told() -> None:
    paper = Draft().line("National Indicators 2008/09", bold=True).table(*COLOURED).read()
    assert [row.status for row in paper.indicators] == [None, None]
    assert paper.statuses == []
    told = [f.printed for f in paper.findings if f.rule_id == "status.unexplained_fill"]
    assert told == ["#ff0000", "#ffc000", "#00b050"]


def test_titles_are_the_identity_where_no_codes_are_printed() -> None:
    draft = Draft().line("Performance Indicators Quarter 3 2012/13", bold=True, size=15)
    draft.table(
        ["No.", "Indicator", "Target", "Actual", "Status"],
        ["1", "Affordable homes delivered", "50", "42", "Amber"],
        ["2", "Affordable Homes Delivered.", "50", "42", "Amber"],
    )
    paper = draft.read()
    assert [row.code for row in paper.indicators] == [None, None]
    assert len(paper.series) == 1


def test_a_total_row_and_a_remark_are_no_indicators() -> None:
    paper = table(
        ["", "Total", "1", "2", "3", ""],
        [C("Figures are not yet audited.", span=6)],
    )
    assert paper.indicators == []
    assert rules(paper) == ["row.total", "row.not_understood"]


def test_a_description_names_the_rows_of_targets_and_results_beside_it() -> None:
    draft = Draft().line("Performance Indicators 2022/23 Quarter 1", bold=True, size=15)
    draft.table(
        ["Description", "Type", "Q1 2022/23"],
        [C("Calls answered", down=2), "Target", "70%"],
        ["Actual", "57%"],
        [C("Letters answered", down=2), "Target", "99%"],
        ["Actual", "98%"],
    )
    paper = draft.read()
    titles = {row.indicator_id: row.title for row in paper.indicators}
    assert [(titles[f.indicator_id], f.measure, f.as_printed) for f in paper.figures] == [
        ("Calls answered", "target", "70%"),
        ("Calls answered", "actual", "57%"),
        ("Letters answered", "target", "99%"),
        ("Letters answered", "actual", "98%"),
    ]


def test_a_section_beside_rows_reaches_over_a_repeated_heading() -> None:
    draft = Draft().line("Performance Indicators 2018/19", bold=True, size=15)
    draft.table(
        ["Service", "Indicator", "2018/19"],
        [C("Housing", down=3, more=("",)), "Homes let", "70%"],
        ["Homes built", "57"],
        [],
        ["Homes repaired", "99%"],
        [C("Planning"), "Plans read", "98%"],
        breaks=(4,),
    )
    assert [(row.title, row.section) for row in draft.read().indicators] == [
        ("Homes let", "Housing"),
        ("Homes built", "Housing"),
        ("Homes repaired", "Housing"),
        ("Plans read", "Planning"),
    ]


def test_a_heading_marks_every_result_under_it_as_provisional_but_final_marks_nothing() -> None:
    headings = ["Code", "Indicator", "2018/19 Outturn (provisional)", "Final Outturn 2017/18"]
    draft = Draft().line("Performance Indicators", bold=True)
    draft.table(
        [*headings, "Target 2018/19"], ["BV9", "Council Tax collected", "97.6%", "97.1%*", "97%"]
    )
    found = {figure.period_as_printed or "": figure.footnote for figure in draft.read().figures[:2]}
    assert found == {"2018/19": "provisional", "2017/18": "*"}
    plain = Draft().line("Performance Indicators", bold=True)
    plain.table(
        ["Code", "Indicator", "Final Outturn 2017/18", "Target 2018/19"],
        ["BV9", "Council Tax collected", "97.1%", "97%"],
    )
    assert [figure.footnote for figure in plain.read().figures] == [None, None]

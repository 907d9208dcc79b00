"""Improvement plan, exception report of September 2007 (seed 004): the paper and its prose."""

from __future__ import annotations

from samples.document import Cell, Look, PageBreak, Paragraph, Row, Table
from samples.facts import (
    CountingSentence,
    ItemTable,
    KeyEntry,
    KeyTable,
    Known,
    Paper,
    Printed,
    SaidCount,
    ShareTables,
)
from samples.papers.improvement_plan_2007_items import (
    AMBER_FILL,
    GREEN_FILL,
    ITEMS,
    RED_FILL,
    WORDS,
)

TITLE = "IMPROVEMENT PLAN EXCEPTION REPORT [SEPTEMBER 2007]"
RED, AMBER, GREEN, REPROGRAMMED = WORDS


def _pairs(widths: tuple[float, float], *lines: tuple[str, str]) -> Table:
    rows = tuple(Row((Cell(left), Cell(right))) for left, right in lines)
    return Table(widths, rows, size=10.5)


SHARES = ShareTables(
    (
        (
            "August 2007",
            "2007-08",
            ((RED, 1, "0.7"), (AMBER, 13, "9.2"), (GREEN, 126, "88.7"), (REPROGRAMMED, 2, "1.4")),
        ),
        (
            "September 2007",
            "2007-09",
            ((RED, 4, "2.4"), (AMBER, 11, "6.6"), (GREEN, 149, "89.2"), (REPROGRAMMED, 3, "1.8")),
        ),
    )
)

KEY = KeyTable(
    (),
    (
        KeyEntry("On Target or completed", "green", fill=GREEN_FILL),
        KeyEntry("Less than one month behind target", "amber", fill=AMBER_FILL),
        KeyEntry("Over one month behind target", "red", fill=RED_FILL),
        KeyEntry("Original date of planned action", "original_date", fill="#99ccff"),
        KeyEntry("Re-programmed date.", "revised_date", fill="#993399"),
    ),
    (60, 240),
)

PAPER = Paper(
    stem="2007-09_improvement_plan",
    file_title="Improvement Plan Exception Report",
    printed=Printed("Bromsgrove", TITLE, "PERFORMANCE MANAGEMENT BOARD", "2007-11-20", "2007-09"),
    known=Known("Bromsgrove", "PERFORMANCE MANAGEMENT BOARD", "2007-11-20"),
    look=Look(
        body_size=11,
        running_head_landscape=(
            "Exception Report for September 2007 Improvement Plan          Appendix 1"
        ),
    ),
    parts=(
        Paragraph("BROMSGROVE DISTRICT COUNCIL", "centre"),
        Paragraph("20 NOVEMBER 2007", "centre"),
        Paragraph("PERFORMANCE MANAGEMENT BOARD", "centre"),
        Paragraph(TITLE, "centre"),
        _pairs(
            (200, 280),
            ("Responsible Portfolio Holder", "Leader of the Council"),
            ("Responsible Officer", "Assistant Chief Executive"),
        ),
        Paragraph("1. SUMMARY", "h1"),
        Paragraph(
            "1.1 The Board is asked to look at the exception report on the Improvement Plan, "
            "brought up to date for September 2007.",
            "indent",
        ),
        Paragraph("2. RECOMMENDATION", "h1"),
        Paragraph(
            "2.1 That the Board agrees the changes to the Improvement Plan Exception Report and "
            "what is being done to put things right.",
            "indent",
        ),
        CountingSentence(
            "2.2 That the Board notes how the 167 actions of the plan for September stand: "
            "89.2 percent are on target [green], 6.6 percent are one month behind [amber], "
            "2.4 percent are over one month behind [red] and 1.8 percent have been "
            "re-programmed or suspended with approval.",
            "actions",
            "2007-09",
            (
                SaidCount("167", None, None, item_count=167, is_total=True),
                SaidCount("89.2 percent", "on target [green]", "green", percentage="89.2"),
                SaidCount("6.6 percent", "one month behind [amber]", "amber", percentage="6.6"),
                SaidCount("2.4 percent", "over one month behind [red]", "red", percentage="2.4"),
                SaidCount("1.8 percent", "re-programmed or suspended", None, percentage="1.8"),
            ),
        ),
        Paragraph(
            "2.3 That the Board notes that action ref 8.1.2 (a report to CMT on the cultural "
            "offer) has been suspended, because business planning and the budget round deal with "
            "the same subject.",
            "indent",
        ),
        Paragraph("3 BACKGROUND", "h1"),
        Paragraph(
            "3.1 Cabinet agreed the Improvement Plan 2007/08 in July 2007. The plan follows the "
            "10 corporate priorities and 12 enablers of the Council Plan 2007/2010.",
            "indent",
        ),
        Paragraph(
            "3.2 In the same month Cabinet added several actions that the Improvement Director "
            "had asked for. The plan is meant to take the Council to a rating of Fair in the "
            "course of 2008.",
            "indent",
        ),
        Paragraph("4. PROGRESS IN AUGUST 2007", "h1"),
        Paragraph("4.1 The plan as a whole stood as follows at the month's end: -", "indent"),
        SHARES,
        Paragraph("Where: -", "indent"),
        KEY,
        CountingSentence(
            "4.2 Out of 167 actions for the month, 17 actions have been deleted, suspended or "
            "given more time. That is 10.2 percent of the plan.",
            "actions",
            "2007-09",
            (
                SaidCount("167", None, None, item_count=167, is_total=True),
                SaidCount(
                    "17",
                    "deleted, suspended or given more time",
                    None,
                    item_count=17,
                    percentage="10.2",
                ),
            ),
        ),
        Paragraph(
            "4.3 <b>Appendix 1</b> says for each red and amber task what is being done about it.",
            "indent",
        ),
        Paragraph("5. FINANCIAL IMPLICATIONS", "h1"),
        Paragraph("5.1 There are none.", "indent"),
        Paragraph("6 LEGAL IMPLICATIONS", "h1"),
        Paragraph("6.1 There are none.", "indent"),
        Paragraph("7. CORPORATE OBJECTIVES", "h1"),
        Paragraph(
            "7.1 All four objectives and all ten priorities that Full Council agreed on "
            "19<sup>th</sup> September are touched by the Improvement Plan.",
            "indent",
        ),
        Paragraph("8. RISK MANAGEMENT", "h1"),
        Paragraph(
            "8.1 The corporate risk register and those of the departments cover the plan's risks.",
            "indent",
        ),
        Paragraph("9. CUSTOMER IMPLICATIONS", "h1"),
        Paragraph(
            "The plan deals with matters of strategy and of daily work that customers will notice.",
            "indent",
        ),
        Paragraph("10 OTHER IMPLICATIONS", "h1"),
        _pairs(
            (200, 280),
            ("Procurement Issues", "Several purchases are part of the Improvement Plan."),
            ("Personnel Implications", "Section 18 of the Improvement Plan."),
            ("Governance/Performance Management", "Section 4 of the Improvement Plan."),
            ("Community Safety", "Sections 12.2 and 12.3 of the Improvement Plan."),
            ("Policy", "Section 4 of the Improvement Plan."),
            ("Environmental", "Section 8 of the Improvement Plan."),
            ("Equalities and Diversity", "Section 3 of the Improvement Plan."),
        ),
        Paragraph("10 OTHERS CONSULTED ON THE REPORT", "h1"),
        _pairs(
            (320, 160),
            ("Portfolio Holder", "No"),
            ("Chief Executive", "At CMT"),
            ("Corporate Director (Services)", "At CMT"),
            ("Assistant Chief Executive", "Yes"),
            ("Head of Service", "At CMT"),
            ("Head of Financial Services", "At CMT"),
            ("Head of Legal & Democratic Services", "At CMT"),
            ("Head of Organisational Development & HR", "At CMT"),
            ("Corporate Procurement Team", "No"),
        ),
        Paragraph("11 APPENDICES", "h1"),
        Paragraph("Appendix 1 Improvement Plan Exception Report September 2007", "indent"),
        Paragraph("12 BACKGROUND PAPERS:", "h1"),
        Paragraph(
            "Members of the Board will get the full Improvement Plan for September by e-mail.",
            "indent",
        ),
        Paragraph("CONTACT OFFICER", "h1"),
        Paragraph("Name: Improvement Plan Officer", "indent"),
        Paragraph("E Mail: improvement.plan@bromsgrove.example", "indent"),
        PageBreak(landscape=True),
        *(ItemTable(item) for item in ITEMS),
    ),
)

"""Support services, first quarter of 2023/24: invented, so that a series has six years.

It carries what an auditor should see: the 2020/21 outturn of BV9 differs from the paper of
2021/22, one total does not add up, one due date has moved again, and one task has lost progress.
"""

from __future__ import annotations

from samples.document import Look, PageBreak, Paragraph
from samples.facts import NIL, Count, CountTable, Known, Paper, Printed, count
from samples.papers import support_services_2023_actions as actions
from samples.papers import support_services_2023_indicators as indicators
from samples.statuses import (
    ACTION_KEY,
    CANCELLED,
    COMPLETED,
    IN_PROGRESS,
    INDICATOR_KEY,
    OVERDUE,
    WARNING,
)
from samples.values import Status

TITLE = "PERFORMANCE MANAGEMENT – REVIEW OF BUSINESS PLAN PROGRESS – SUPPORT SERVICE AREAS"
PERIOD = "2023/24 Q1"
WRONG_TOTAL = Count("15", 15)

ACTION_COUNTS = CountTable(
    "actions",
    PERIOD,
    (COMPLETED, IN_PROGRESS, WARNING, OVERDUE, CANCELLED),
    (
        ("Finance Services", (count(1), count(3), count(1), NIL, NIL)),
        ("Legal Services", (NIL, count(2), count(1), NIL, NIL)),
        ("Governance and Democratic Services", (count(1), count(2), NIL, count(1), NIL)),
        ("Property Services", (NIL, count(1), count(1), NIL, NIL)),
        ("Health and Safety", (NIL, count(1), NIL, NIL, NIL)),
        ("ICT and Business Transformation", (count(2), count(3), NIL, NIL, count(1))),
        ("Revenues, Benefits and Customer Services", (NIL, count(2), NIL, count(1), NIL)),
        ("TOTAL", (count(4), WRONG_TOTAL, count(3), count(2), count(1))),
    ),
)

INDICATOR_COUNTS = CountTable(
    "indicators",
    PERIOD,
    (
        Status("Satisfactory", "green", "satisfactory"),
        Status("Warning", "amber", "warning"),
        Status("Alert", "red", "alert"),
        Status("Data Only", "data_only", "data_only"),
    ),
    (
        ("Finance Services", (count(2, 1), count(1), NIL, count(1))),
        ("Governance and Democratic Services", (count(1), NIL, count(1), NIL)),
        ("Property Services", (count(1), NIL, count(1), NIL)),
        ("Revenues, Benefits and Customer Services", (count(2, 1), count(1, 1), count(1), NIL)),
        ("ICT and Business Transformation", (count(2, 2), count(1), NIL, NIL)),
        ("TOTAL", (count(8, 4), count(3, 1), count(3), count(1))),
    ),
    brackets=True,
)

PAPER = Paper(
    stem="2023-24_q1_support_services",
    file_title="Performance Management - Support Service Areas",
    printed=Printed("Broxtowe", TITLE, "Policy and Performance Committee", "2023-09-28", PERIOD),
    known=Known("Broxtowe", "Policy and Performance Committee", "2023-09-28"),
    look=Look(
        font="Vera",
        body_size=9.5,
        running_head="Policy and Performance Committee          28 September 2023",
        running_head_landscape="Policy and Performance Committee          28 September 2023",
        page_number="{page}",
    ),
    parts=(
        Paragraph("Report of the Chief Executive", "h1"),
        Paragraph(TITLE, "title"),
        Paragraph("1. Purpose of Report", "h1"),
        Paragraph(
            "To tell Members of Broxtowe Borough Council how the support services stand against "
            "the targets and performance indicators of their Business Plans.",
            "indent",
        ),
        Paragraph("2. Recommendation", "h1"),
        Paragraph("<b>The Committee is asked to NOTE the progress made.</b>", "indent"),
        Paragraph("3. Detail", "h1"),
        Paragraph(
            "Members can follow every task and indicator at https://broxtowe.performance.example.",
            "indent",
        ),
        Paragraph(
            "The Business Plans for Resources; Revenues, Benefits and Customer Services; and ICT "
            "and Business Transformation cover three years and are renewed every year. Members "
            "see them several times a year, and after the year-end together with the accounts.",
            "indent",
        ),
        Paragraph(
            "The appendix counts the key tasks and the indicators by service, and then shows the "
            "exceptions: tasks that are done, late or close to their date, all Critical Success "
            "Indicators (CSI), and the Key Performance Indicators (KPI) measured every month or "
            "quarter.",
            "indent",
        ),
        Paragraph(
            "Where a final figure for an earlier year has replaced a provisional one, the table "
            "shows the final figure.",
            "indent",
        ),
        Paragraph("4. Background Papers", "h1"),
        Paragraph("Nil.", "indent"),
        Paragraph("5. Key to the symbols", "h1"),
        Paragraph("Action Status Key", "h2"),
        ACTION_KEY,
        Paragraph("Performance Indicator Key", "h2"),
        INDICATOR_KEY,
        PageBreak(landscape=True),
        Paragraph("APPENDIX", "right"),
        Paragraph("SUMMARY OF PROGRESS – KEY TASKS AND PRIORITIES FOR IMPROVEMENT 2023/24", "h1"),
        ACTION_COUNTS,
        Paragraph("EXCEPTION REPORTING – KEY TASKS AND ACTIONS", "h1"),
        Paragraph(
            "Tasks finished since the last meeting, tasks that are late, and tasks that will be "
            "due soon. The Heads of Service can tell more about each of them."
        ),
        actions.TABLE,
        PageBreak(landscape=True),
        Paragraph("SUMMARY OF PROGRESS - PERFORMANCE INDICATORS 2023/24", "h1"),
        Paragraph(
            "(Critical Success Indicators CSI included in figures and identified separately in "
            "brackets)"
        ),
        INDICATOR_COUNTS,
        Paragraph("EXCEPTION REPORTING – PERFORMANCE INDICATORS", "h1"),
        indicators.TABLE,
    ),
)

"""Support services, first quarter of 2021/22 (seed 000): the paper and its prose."""

from __future__ import annotations

from samples.document import Look, PageBreak, Paragraph
from samples.facts import EMPTY, NIL, CountTable, Known, Paper, Printed, count
from samples.papers import support_services_2021_actions as actions
from samples.papers import support_services_2021_indicators as indicators
from samples.statuses import CANCELLED, COMPLETED, IN_PROGRESS, OVERDUE, WARNING
from samples.values import Status

TITLE = "PERFORMANCE MANAGEMENT – REVIEW OF BUSINESS PLAN PROGRESS – SUPPORT SERVICE AREAS"
PERIOD = "2021/22 Q1"
PORTAL = "https://broxtowe.performance.example"

ACTION_COUNTS = CountTable(
    "actions",
    PERIOD,
    (COMPLETED, IN_PROGRESS, WARNING, OVERDUE, CANCELLED),
    (
        ("Finance Services", (count(1), count(4), count(2), NIL, NIL)),
        ("Administrative Services", (count(1), count(1), count(1), NIL, EMPTY)),
        ("Legal Services", (count(1), count(1), count(1), NIL, NIL)),
        ("Governance and Democratic Services", (count(1), count(1), count(2), count(1), NIL)),
        ("Property Services", (NIL, NIL, NIL, count(1), NIL)),
        ("Health and Safety", (NIL, count(3), count(1), NIL, NIL)),
        ("ICT and Business Transformation", (NIL, count(4), NIL, NIL, NIL)),
        ("Revenues, Benefits and Customer Services", (NIL, count(5), NIL, NIL, NIL)),
        ("TOTAL", (count(4), count(19), count(7), count(2), NIL)),
    ),
)

INDICATOR_COUNTS = CountTable(
    "indicators",
    PERIOD,
    (
        Status("Satisfactory", "green", "satisfactory"),
        Status("Warning", "amber", "warning"),
        Status("Alert", "red", "alert"),
        Status("Unknown", "unknown", "unknown"),
    ),
    (
        ("Finance Services", (count(2, 1), count(2), NIL, EMPTY)),
        ("Administrative Services", (NIL, NIL, NIL, NIL)),
        ("Legal Services", (NIL, NIL, NIL, NIL)),
        ("Governance and Democratic Services", (count(1), NIL, count(1), NIL)),
        ("Property Services", (NIL, count(1), count(1), NIL)),
        ("Health & Safety", (NIL, NIL, NIL, NIL)),
        ("ICT and Business Transformation", (count(3, 2), count(1), NIL, NIL)),
        ("Revenues, Benefits and Customer Services", (count(1), count(2, 2), count(1), NIL)),
        ("TOTAL", (count(7, 3), count(6, 2), count(3), NIL)),
    ),
    brackets=True,
)

PAPER = Paper(
    stem="2021-22_q1_support_services",
    file_title="Performance Management - Support Service Areas",
    printed=Printed("Broxtowe", TITLE, None, None, PERIOD),
    known=Known("Broxtowe", "Policy and Performance Committee", "2021-09-30"),
    look=Look(body_size=11.5),
    parts=(
        Paragraph(
            "Joint report of the Chief Executive, Deputy Chief Executive and Executive Director",
            "h1",
        ),
        Paragraph(TITLE, "title"),
        Paragraph("1. Purpose of report", "h1"),
        Paragraph(
            "To let Members see how the support services stand against the outcome targets and "
            "performance indicators of their Business Plans, which serve the aims of the "
            "Corporate Plan.",
            "indent",
        ),
        Paragraph("2. Background", "h1"),
        Paragraph(
            "Council adopted the Corporate Plan on 4 March 2020. Its five priorities are Housing, "
            "Business Growth, Environment, Health and Community Safety, and every year the "
            "committee in charge of each agrees a Business Plan for it. This Committee agreed the "
            "plans of the support services (Resources; Revenues, Benefits and Customer Services; "
            "and ICT & Business Transformation) on 11 February 2021.",
            "indent",
        ),
        Paragraph("3. Performance management", "h1"),
        Paragraph(
            "Under the Council's framework every committee looks at its Business Plans several "
            "times a year, and once, after the year-end, at what was achieved together with what "
            "was spent.",
            "indent",
        ),
        Paragraph(
            "The report before Members takes the view of the support services. It sums up the key "
            "tasks and priorities for improvement and gives the newest Critical Success "
            "Indicators (CSI) and Key Performance Indicators (KPI). Summary tables and the "
            "exceptions are in the appendix.",
            "indent",
        ),
        Paragraph("Recommendation", "h1"),
        Paragraph(
            "<b>The Committee is asked to NOTE how the actions of the Business Plans 2021-24 for "
            "the support service areas are progressing.</b>",
        ),
        Paragraph("Background papers", "h1"),
        Paragraph("Nil"),
        PageBreak(landscape=False),
        Paragraph("APPENDIX", "right"),
        Paragraph("PERFORMANCE MANAGEMENT", "title"),
        Paragraph("1. Background - Corporate Plan", "h1"),
        Paragraph(
            "The Corporate Plan 2020-2024, adopted by Council on 4 March 2020, sets out how the "
            "Council means to make Broxtowe greener, safer and healthier. It has five priorities:",
            "indent",
        ),
        Paragraph("Housing – good homes for all", "bullet"),
        Paragraph("Business Growth – towns and people worth investing in", "bullet"),
        Paragraph("Community Safety – safety for all", "bullet"),
        Paragraph("Health – help to live well", "bullet"),
        Paragraph("Environment – a future that is looked after", "bullet"),
        Paragraph(
            "Local needs come first, and the Council puts its resources where they are needed "
            "most. The plan has been set beside other local, regional and national plans, so that "
            "what it promises can be kept.",
            "indent",
        ),
        Paragraph("2. Business Plans", "h1"),
        Paragraph(
            "On 3 March 2021 Council agreed the Business Plans for the five priorities, as the "
            "committees had recommended. A plan names the projects and activities of the next "
            "three years and is looked over again every year. The key tasks and outcome measures "
            "are watched all year, and an annual report shows performance and money together.",
            "indent",
        ),
        Paragraph("3. Performance Management", "h1"),
        Paragraph(
            "This appendix sums up the key tasks and priorities for improvement of the support "
            "services, as they stand in the Council's performance system, and gives the latest "
            "Critical Success Indicators (CSI) and Key Performance Indicators (KPI).",
            "indent",
        ),
        Paragraph(
            f"Members can look into the system at {PORTAL} with a shared login that lets "
            "them read but not change. Symbols in red, amber and green, like traffic lights, "
            "show how each item stood on the day.",
            "indent",
        ),
        PageBreak(landscape=True),
        Paragraph("SUMMARY OF PROGRESS – KEY TASKS AND PRIORITIES FOR IMPROVEMENT 2021/22", "h1"),
        ACTION_COUNTS,
        Paragraph("EXCEPTION REPORTING – KEY TASKS AND ACTIONS", "h1"),
        Paragraph(
            "The table that follows shows the exceptions: actions in progress whose target date "
            "or next milestone is close, and actions finished since the Committee last met.",
        ),
        Paragraph(
            f"The Heads of Service can tell more about every action, and Members can look "
            f"each one up at {PORTAL}.",
        ),
        PageBreak(landscape=True),
        actions.TABLE,
        PageBreak(landscape=True),
        Paragraph("SUMMARY OF PROGRESS - PERFORMANCE INDICATORS 2021/22", "h1"),
        Paragraph(
            "(Critical Success Indicators CSI included in figures and identified separately in "
            "brackets)"
        ),
        INDICATOR_COUNTS,
        Paragraph("EXCEPTION REPORTING – PERFORMANCE INDICATORS", "h1"),
        Paragraph(
            "The table that follows has all Critical Success Indicators (CSI) and those Key "
            "Performance Indicators (KPI) that are measured monthly or quarterly. Indicators with "
            "one figure a year are left out of this quarterly report.",
        ),
        Paragraph(
            f"The Heads of Service can tell more about every indicator, and Members can look "
            f"each one up at {PORTAL}.",
        ),
        PageBreak(landscape=True),
        indicators.TABLE,
    ),
)

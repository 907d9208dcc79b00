"""Community safety, the year 2019/20 (seed 003)."""

from __future__ import annotations

from samples.document import Look, PageBreak, Paragraph
from samples.facts import IndicatorRow, IndicatorTable, Known, Paper, Printed, ValueColumn
from samples.papers.community_safety_2019_actions import TASKS
from samples.statuses import ACTION_KEY, ALERT, AMBER, INDICATOR_KEY
from samples.values import pct

TITLE = "PERFORMANCE MANAGEMENT – REVIEW OF BUSINESS PLAN PROGRESS – COMMUNITY SAFETY"

INDICATORS = IndicatorTable(
    status_heading="Status / Icon",
    name_heading="Code & Short Name",
    frequency_heading="Frequency",
    columns=(
        ValueColumn("Outturn 2017/18", "outturn", "2017/18", "2017/18", "annual"),
        ValueColumn("Outturn 2018/19", "outturn", "2018/19", "2018/19", "annual"),
        ValueColumn("Achieved 2019/20", "outturn", "2019/20", "2019/20", "annual"),
        ValueColumn("Target 2019/20", "target", "2019/20", "2019/20", "annual"),
    ),
    note_heading="Latest Note",
    form="leading code",
    section="Community Safety",
    status_period="2019/20",
    widths=(76, 178, 68, 60, 60, 64, 60, 190),
    size=10,
    rows=(
        IndicatorRow(
            AMBER,
            "Coms_048",
            "Food Inspections: High Risk",
            (pct("100"), pct("100"), pct("98"), pct("100")),
            "Because of the lockdown 5 premises (3xB and 2xC) were not inspected, as FSA guidance "
            "allows. Some had to shut, and others such as Care Homes let no visitors in.",
            frequency="Quarterly",
        ),
        IndicatorRow(
            AMBER,
            "Coms_049",
            "Food Inspections: Low Risk",
            (pct("96"), pct("69"), pct("96"), pct("100")),
            "The lockdown kept officers from 11 premises in Risk Categories D and E (of the Food "
            "Law Code of Practice)",
            frequency="Quarterly",
        ),
        IndicatorRow(
            ALERT,
            "ComS_053",
            "Health & Safety: Respond to specific complaints/ accident notifications/requests",
            (pct("94"), pct("98"), pct("93"), pct("100")),
            "Now and then an accident is reported late, and the injured person cannot be reached "
            "at once to find out more",
            frequency="Quarterly",
        ),
    ),
)

PAPER = Paper(
    stem="2019-20_community_safety",
    file_title="Review of Business Plan Progress - Community Safety",
    printed=Printed("Broxtowe", TITLE, None, None, "2019/20"),
    known=Known("Broxtowe", "Community Safety Committee", "2020-06-25"),
    look=Look(font="Vera", body_size=9.5, running_head="", page_number="- {page} -"),
    parts=(
        Paragraph("Joint report of the Chief Executive and Deputy Chief Executive", "h1"),
        Paragraph(TITLE, "title"),
        Paragraph("1. Purpose of Report", "h1"),
        Paragraph(
            "This report tells Members what has become of the outcome targets in the Community "
            "Safety and Health Business Plan, which is part of the Corporate Plan, and gives the "
            "newest performance indicators.",
            "indent",
        ),
        Paragraph("2. Background", "h1"),
        Paragraph(
            "Cabinet adopted the Corporate Plan 2016-2020 on 9 February 2016. Housing, Business "
            "Growth, Environment, Health and Community Safety each have a Business Plan, and the "
            "committee in charge agrees it every year.",
            "indent",
        ),
        Paragraph("3. Performance Management", "h1"),
        Paragraph(
            "The Council wants its committees to look at their Business Plans several times a "
            "year. After the year-end each of them sees a longer report on the whole year.",
            "indent",
        ),
        Paragraph(
            "What follows shows how the Community Safety and Health Business Plan has served the "
            "Corporate Plan. Appendix 1 sums up the key tasks and priorities for improvement in "
            "2019/20, so far as they are about Community Safety, and the latest Key Performance "
            "Indicators (KPI).",
            "indent",
        ),
        Paragraph(
            "Health has moved to the Leisure and Health Committee and is not covered here.",
            "indent",
        ),
        Paragraph("Recommendation", "h1"),
        Paragraph(
            "<b>The Committee is asked to NOTE how the Business Plan for Community Safety and "
            "Health is progressing, and the Key Performance Indicators for 2019/20.</b>"
        ),
        Paragraph("Background papers", "h1"),
        Paragraph("Nil"),
        PageBreak(landscape=False),
        Paragraph("APPENDIX 1", "right"),
        Paragraph("PERFORMANCE MANAGEMENT", "title"),
        Paragraph("1. Background - Corporate Plan", "h1"),
        Paragraph(
            "The Corporate Plan for 2016-2020 describes a Broxtowe in which people like to live, "
            "work and spend their free time, and puts Housing, Business Growth, Community Safety, "
            "Health and Environment first.",
            "indent",
        ),
        Paragraph(
            "Local needs decide where resources go. The plan was fitted to other plans, local, "
            "regional and national, so that it can be carried out.",
            "indent",
        ),
        Paragraph("2. Business Plans", "h1"),
        Paragraph(
            "Full Council agreed the Business Plans on 6 March 2019, after the committees had "
            "gone through them in January and February.",
            "indent",
        ),
        Paragraph(
            "In Community Safety the Council aims for a borough where nobody need be afraid. It "
            "means to:",
            "indent",
        ),
        Paragraph("Reduce the amount of anti-social behaviour in Broxtowe (CS1)", "bullet"),
        Paragraph("Reduce domestic violence in Broxtowe (CS2)", "bullet"),
        Paragraph(
            "A plan lists projects and tasks for three years and is renewed each year. The "
            "committee follows the key tasks and outcome measures closely, and once a year sees "
            "results and spending side by side.",
            "indent",
        ),
        Paragraph("3. Performance Management", "h1"),
        Paragraph(
            "The appendix gives the key tasks and priorities for improvement in 2019/20 as they "
            "stood in the Council's performance system, and then the Key Performance Indicators "
            "(KPI). Members can look into the system themselves with a shared login.",
            "indent",
        ),
        Paragraph("The pictures used in the tables mean:", "indent"),
        Paragraph("Action Status Key", "h2"),
        ACTION_KEY,
        Paragraph("Performance Indicator Key", "h2"),
        INDICATOR_KEY,
        PageBreak(landscape=True),
        Paragraph("Community Safety Key Tasks and Priorities for Improvement 2019/20", "h1"),
        TASKS,
        Paragraph("Community Safety Key Performance Indicators 2019/20", "h1"),
        INDICATORS,
    ),
)

"""Support services 2019/20: the tables of Resources."""

from __future__ import annotations

from samples.document import Paragraph
from samples.facts import ActionRow, IndicatorRow, Part, Section
from samples.papers.support_services_2019_columns import actions, indicators
from samples.papers.support_services_2019_resources_kpi import KEY_INDICATORS
from samples.statuses import (
    COMPLETE,
    COMPLETED,
    GREEN,
    IN_PROGRESS,
    OVERDUE,
    RED,
    WARNING,
)
from samples.values import day, month, num, pct

CRITICAL = indicators(
    "Resources",
    True,
    IndicatorRow(
        GREEN,
        "BV8",
        "Percentage of invoices paid within 30 days of receipt",
        (pct("99.5"), pct("99.3"), pct("99.5"), pct("99")),
        "The target is still being met.",
    ),
    IndicatorRow(
        GREEN,
        "LALocal_07",
        "Number of complaints determined by the Local Government/ Housing Ombudsman against the "
        "Council",
        (num("2"), num("5"), num("1"), num("0")),
        "A single complaint was decided against the Council in Q1.",
    ),
    IndicatorRow(
        GREEN,
        "LALocal_12",
        "Percentage of Freedom of Information requests dealt with within 20 working days",
        (pct("95"), pct("97"), pct("95"), pct("100")),
    ),
    IndicatorRow(
        RED,
        "BV12",
        "Working Days Lost Due to Sickness Absence (Rolling Annual Figure)",
        (
            num("13.6", "working days"),
            num("8.7", "working days"),
            num("9.3", "working days", footnote="*"),
            num("7.5", "working days"),
        ),
        "*July 2019 figure",
        basis="rolling",
        as_of="2019-07-31",
    ),
)

TASKS = actions(
    "Resources",
    Section("Finance Services"),
    ActionRow(
        COMPLETED,
        "FP1922_01",
        "Produce final accounts by end of May",
        "Accounts of the year to be ready for the external auditors at the end of May 2019",
        100,
        day("31-May-2019", "2019-05-31"),
        "The accounts for 2018/19 were ready by the deadline of 31 May 2019.",
    ),
    ActionRow(
        OVERDUE,
        "FP1922_02",
        "Implement web based Financial Management Software",
        "Account management through the browser, in support of New Ways of Working",
        90,
        day("30-Jun-2019", "2019-06-30"),
        "All systems are on the new release and tests have passed. The software went out to users "
        "over the summer of 2019, and Finance Officers are still helping them with it.",
    ),
    ActionRow(
        WARNING,
        "FP1922_03",
        "Introduce Intelligent Scanning to all Departments",
        "Incoming invoices to be handled in less time",
        50,
        day("31-Dec-2019", "2019-12-31"),
        "The scanner software is in place and under test. Departments will follow one after "
        "another once the project plan, now being written, has been agreed.",
    ),
    ActionRow(
        COMPLETE,
        "FP1922_04",
        "Produce a refreshed Procurement Strategy for approval by Members",
        "The Council to have a new Procurement Strategy.",
        100,
        day("31-Jul-2019", "2019-07-31"),
        "Members of the Policy and Performance Committee agreed the new Procurement and "
        "Commissioning Strategy on 3 July 2019. It takes effect when the Constitution and the "
        "Financial Regulations have been brought into line.",
    ),
    ActionRow(
        IN_PROGRESS,
        "FP1922_05",
        "Determine the approach to procurement to ensure that it meets needs and objectives",
        "Look at how the Council buys today and whether its staff know enough to keep within the "
        "rules.",
        20,
        day("31-Dec-2019", "2019-12-31"),
        "An Interim Procurement and Contracts Officer is filling the post for now. It will be "
        "advertised again as a permanent one in September 2019.",
    ),
    Section("Legal Services"),
    ActionRow(
        IN_PROGRESS,
        "LA1821_01.1",
        "Implement and Manage the Case Management System",
        "Cases and records to be better kept. Reports on case loads.",
        33,
        day("31-Dec-2019", "2019-12-31"),
        "Every file has been moved across and the team works in the new system. Time recording "
        "and version control are still to come; a small group of users is going through what "
        "works, and how reports can be drawn from it.",
    ),
    ActionRow(
        IN_PROGRESS,
        "LA1922_01",
        "Embed an effective joint Debt Recovery Service to continue to reduce levels of debt.",
        "Keep debts low and go after those that can still be paid",
        20,
        day("31-Mar-2020", "2020-03-31"),
        "Departments meet regularly to agree how debts are pursued together.",
    ),
    ActionRow(
        IN_PROGRESS,
        "LA1922_02",
        "Rewrite the Council's Constitution",
        "Bring the constitution into line with how the Council works today",
        42,
        day("31-Dec-2019", "2019-12-31"),
        "New standing orders for contracts and the matching Financial Regulations go to the "
        "Council meeting in October 2019, once the Procurement Strategy is in force.",
    ),
    Section("Administrative Services"),
    ActionRow(
        IN_PROGRESS,
        "DEM1518_01",
        "Community Governance Review",
        "Community Governance Review - go over the boundaries of every Parish and remove oddities "
        "where possible.",
        0,
        day("30-Sept-2021", "2021-09-30"),
        "The review is planned to begin in September 2020. It is limited to the Broxtowe "
        "constituency, so that parishes on the Ashfield side can be dealt with after any change "
        "to the parliamentary boundaries.",
    ),
    ActionRow(
        IN_PROGRESS,
        "DEM1518_02",
        "Transfer of Land Charges function to Land Registry",
        "Transfer of Land Charges function to Land Registry",
        5,
        day("31-Dec-2020", "2020-12-31"),
        "Due date revised from June 2019.",
        previous_due=month("June 2019", "2019-06-30"),
    ),
    ActionRow(
        OVERDUE,
        "DEM1922_01",
        "Roll Out Phase 2 of the Committee Management System",
        "Agendas and Minutes made and sent out with less work, and more for residents on the "
        "website",
        50,
        day("28-February-2020", "2020-02-28"),
        "The first phase ended in January 2018 and has saved time. Documents can now be read by "
        "screen readers. The programme that will let reports be written inside the system is "
        "being built.",
    ),
    Section("Council Property"),
    ActionRow(
        WARNING,
        "CP1620_03",
        "Implement the Asset Management Plan 2016-21",
        "Implement the Asset Management Plan 2016-21",
        23,
        day("31-Mar-2020", "2020-03-31"),
        "The work goes on.",
    ),
)

PARTS: tuple[Part, ...] = (
    Paragraph("RESOURCES", "title"),
    Paragraph("Critical Success Indicators for Resources 2019/20", "h2"),
    CRITICAL,
    Paragraph("Resources Key Tasks and Priorities for Improvement 2019/20", "h2"),
    TASKS,
    Paragraph("Resources Key Performance Indicators 2019/20", "h2"),
    KEY_INDICATORS,
)

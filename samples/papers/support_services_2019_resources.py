"""Support services 2019/20: the tables of Resources."""

from __future__ import annotations

from samples.document import Paragraph
from samples.facts import (
    DASH,
    ActionRow,
    IndicatorRow,
    Part,
    Section,
    day,
    month,
    num,
    pct,
)
from samples.papers.support_services_2019_columns import actions, indicators
from samples.statuses import (
    AMBER,
    COMPLETE,
    COMPLETED,
    GREEN,
    IN_PROGRESS,
    OVERDUE,
    RED,
    UNKNOWN,
    WARNING,
)

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

KEY_INDICATORS = indicators(
    "Resources",
    False,
    Section("Finance Services"),
    IndicatorRow(
        GREEN,
        "FPLocal_01",
        "Percentage of sundry creditors paid by BACS",
        (pct("89.9"), pct("90.8"), pct("92.7"), pct("90")),
        "August",
        as_of="2019-08-31",
    ),
    IndicatorRow(
        RED,
        "FPLocal_02",
        "Percentage of sundry debtors raised in any one financial year paid in that year",
        (pct("83.2"), pct("83.5"), pct("82.6"), pct("90")),
        "August",
        as_of="2019-08-31",
    ),
    IndicatorRow(
        GREEN,
        "FPLocal_03",
        "Internal Audit: Percentage of planned audits completed in the year",
        (pct("89"), pct("97"), pct("33"), pct("100")),
        "Updated position at 31 August 2019.",
        as_of="2019-08-31",
    ),
    IndicatorRow(
        GREEN,
        "FPLocal_09",
        "Percentage of invoices paid within 20 days",
        (pct("98.5"), pct("97.6"), pct("94.6"), pct("98")),
        "August",
        as_of="2019-08-31",
    ),
    IndicatorRow(
        GREEN,
        "LALocal_13",
        "The percentage of prosecutions where a sentence is imposed in the Magistrates Court",
        (pct("100"), DASH, DASH, DASH),
        "The figures are gathered in the Case Management System. Reports follow when officers "
        "have been trained.",
    ),
    Section("Legal Services"),
    IndicatorRow(
        UNKNOWN,
        "LALocal_14",
        "Statutory Notices issued as a result of requests from Council Services %",
        (DASH, pct("62.5"), DASH, DASH),
        "In 2018/19 Council services asked 8 times and 5 Statutory Notices were issued. The Case "
        "Management System is in daily use. Reports follow when officers have been trained.",
    ),
    Section("Administrative Services"),
    IndicatorRow(
        AMBER,
        "LALocal_04",
        "The percentage of complaints acknowledged within 3 working days",
        (pct("91"), pct("94"), pct("98"), pct("100")),
    ),
    IndicatorRow(
        AMBER,
        "LALocal_08",
        "The number of individually registered electors in the borough",
        (
            num("84617", printed="84,617"),
            num("84788", printed="84,788"),
            DASH,
            num("87000", printed="87,000"),
        ),
        "Taken from the Electoral Register of 1 December 2018.",
    ),
    Section("Council Property"),
    IndicatorRow(
        GREEN,
        "CPLocal_01",
        "% Industrial units vacant for more than 3 months",
        (pct("1.6"), pct("1.6"), pct("1.6"), pct("5")),
        "Nearly all units are let, though some tenants have changed. A new tenant is mostly found "
        "within three months.",
    ),
    IndicatorRow(
        RED,
        "CPLocal_02",
        "Percentage of tenants of industrial units with rent arrears",
        (pct("6.6"), pct("1.6"), pct("5"), pct("3")),
        "More tenants have fallen behind.",
    ),
    IndicatorRow(
        GREEN,
        "CPLocal_05",
        "% Beeston Square Shops vacant for more than 3 months",
        (pct("15"), pct("7.69"), pct("0"), pct("0")),
        "All shops were let from March to July 2019.",
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

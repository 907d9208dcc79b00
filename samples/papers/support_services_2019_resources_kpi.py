"""Support services 2019/20: the key performance indicators of Resources."""

from __future__ import annotations

from samples.facts import IndicatorRow, Section
from samples.papers.support_services_2019_columns import indicators
from samples.statuses import (
    AMBER,
    GREEN,
    RED,
    UNKNOWN,
)
from samples.values import DASH, num, pct

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

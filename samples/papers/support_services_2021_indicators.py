"""Support services 2021/22: the exception table of indicators."""

from __future__ import annotations

from samples.facts import IndicatorRow, IndicatorTable, ValueColumn
from samples.statuses import AMBER, GREEN, RED
from samples.values import num, pct

DAYS = "calendar days"

TABLE = IndicatorTable(
    status_heading="Status",
    name_heading="CSI and Code",
    frequency_heading="Frequency",
    columns=(
        ValueColumn("2019/20 Achieved", "outturn", "2019/20", "2019/20", "annual"),
        ValueColumn("2020/21 Achieved", "outturn", "2020/21", "2020/21", "annual"),
        ValueColumn("2021/22 Q1", "actual", "2021/22 Q1", "2021/22 Q1", "in_period"),
        ValueColumn("2021/22 Target", "target", "2021/22", "2021/22", "unknown"),
    ),
    note_heading="Notes",
    form="trailing code",
    status_period="2021/22 Q1",
    widths=(64, 196, 66, 62, 62, 58, 58, 192),
    size=10,
    rows=(
        IndicatorRow(
            GREEN,
            "BV8",
            "Invoices paid within 30 days of receipt",
            (pct("97.2"), pct("98.6"), pct("99.5"), pct("99")),
            "As more departments use Intelligent Scanning, creditors should be paid with less "
            "effort and even sooner.",
            team="Finance",
            is_csi=True,
            frequency="Quarterly",
        ),
        IndicatorRow(
            AMBER,
            "FPLocal_02",
            "Sundry debtors raised in any one financial year paid in that year",
            (pct("83.4"), pct("75.2"), pct("85.6"), pct("90")),
            "Debts are being pursued again after the pause for COVID-19. Most invoices are "
            "settled within 90 days, while there are far fewer debtors than there were.",
            team="Finance",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            GREEN,
            "FPLocal_09",
            "Invoices paid within 20 days",
            (pct("92.6"), pct("96.5"), pct("98.4"), pct("98")),
            "Invoices are entered and authorised without delay.",
            team="Finance",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            AMBER,
            "FPLocal_11",
            "Procurement compliant contracts as identified in the Contracts register",
            (pct("96"), pct("90"), pct("90"), pct("98")),
            "Managers are told which contracts need attention whenever the Contracts Register has "
            "been gone through.",
            team="Finance",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            GREEN,
            "LALocal_04",
            "Complaints acknowledged within the specified time",
            (pct("97"), pct("98"), pct("100"), pct("100")),
            "The new system for complaints has made a difference.",
            team="Governance",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            RED,
            "LALocal_12",
            "Freedom of Information requests dealt with within 20 working days",
            (pct("96"), pct("96"), pct("94"), pct("100")),
            "The ICO regards it as acceptable when 85% of requests are answered in time. The "
            "Council is above that, though below its own target.",
            team="Governance",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            AMBER,
            "CPLocal_02",
            "Tenants of industrial units with rent arrears",
            (pct("5"), pct("5"), pct("4"), pct("2")),
            "Some tenants were allowed to pay later during the first lockdown, and most have "
            "almost caught up. The share counts old arrears too, and leaves Beeston Square out.",
            team="Property",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            RED,
            "CPLocal_05",
            "Beeston Square Shops vacant for more than 3 months",
            (pct("0"), pct("0"), pct("15"), pct("0")),
            "Two tenants gave up their shops in 2021, as had been foreseen, and that shows here "
            "at once.",
            team="Property",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            AMBER,
            "BV9",
            "Council Tax collected",
            (pct("98.3"), pct("97.0"), pct("28.4"), pct("29")),
            "Collection still suffers from the COVID-19 Pandemic, above all because cases take "
            "longer to come to court. The target should be within reach again as the year goes "
            "on.",
            team="Revenues",
            is_csi=True,
            frequency="Monthly",
            basis="to_date",
        ),
        IndicatorRow(
            AMBER,
            "BV10",
            "Non-domestic Rates Collected",
            (pct("98.6"), pct("96.6"), pct("23.9"), pct("29")),
            "Collection still suffers from the COVID-19 Pandemic, above all because cases take "
            "longer to come to court. The target should be within reach again as the year goes "
            "on.",
            team="Revenues",
            is_csi=True,
            frequency="Monthly",
            basis="to_date",
        ),
        IndicatorRow(
            RED,
            "BV78b",
            "Average speed of processing changes of circumstances for HB/CTB claims (calendar "
            "days)",
            (num("4.4", DAYS), num("3.5", DAYS), num("5.2", DAYS), num("4.0", DAYS)),
            "A little slower than the target, which should be met before the year ends. For now "
            "the team is also busy with the Government's Self-Isolation Payments.",
            team="Benefits",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            GREEN,
            "BV79b(iii)",
            "HB overpayments recovered as a percentage of the total amount of HB overpayment debt "
            "outstanding",
            (pct("6.95"), pct("5.00"), pct("1.45"), pct("9")),
            "COVID-19 will lead to more write-offs, but they will only show in later years",
            team="Benefits",
            is_csi=False,
            frequency="Quarterly",
        ),
        IndicatorRow(
            GREEN,
            "ITLocal_01",
            "System Availability",
            (pct("99.9"), pct("99.7"), pct("100"), pct("100")),
            "On target.",
            team="ICT",
            is_csi=True,
            frequency="Monthly",
        ),
        IndicatorRow(
            GREEN,
            "ITLocal_05",
            "Virus Protection",
            (pct("100"), pct("100"), pct("100"), pct("100")),
            "On target.",
            team="ICT",
            is_csi=True,
            frequency="Monthly",
        ),
        IndicatorRow(
            GREEN,
            "ITLocal_02",
            "Service Desk Satisfaction",
            (pct("96"), pct("98"), pct("98"), pct("100")),
            team="ICT",
            is_csi=False,
            frequency="Monthly",
        ),
        IndicatorRow(
            AMBER,
            "ITLocal_04",
            "BBSi Programme Completion",
            (pct("100"), pct("100"), pct("19"), pct("100")),
            "In step with the plan for the year.",
            team="ICT",
            is_csi=False,
            frequency="Monthly",
        ),
    ),
)

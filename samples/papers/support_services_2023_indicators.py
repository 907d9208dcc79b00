"""Support services 2023/24: the exception table of indicators, statuses as icons alone."""

from __future__ import annotations

from samples.facts import IndicatorRow, IndicatorTable, ValueColumn
from samples.statuses import AMBER, DATA_ONLY, GREEN, RED
from samples.values import BLANK, DASH, NOT_AVAILABLE, TO_BE_CONFIRMED, Status, Value, num, pct

DAYS = "calendar days"


def _row(
    status: Status,
    code: str,
    title: str,
    team: str,
    values: tuple[Value, ...],
    note: str | None = None,
    basis: str | None = None,
) -> IndicatorRow:
    critical = code in {"BV8", "BV9", "BV10", "ITLocal_01", "ITLocal_05"}
    return IndicatorRow(
        status.alone(),
        code,
        title,
        values,
        note,
        team=team,
        is_csi=critical,
        frequency="Monthly" if code in {"BV9", "BV10", "ITLocal_01"} else "Quarterly",
        basis=basis,
    )


TABLE = IndicatorTable(
    status_heading="Status",
    name_heading="CSI and Code",
    frequency_heading="Frequency",
    columns=(
        ValueColumn("2020/21 Achieved", "outturn", "2020/21", "2020/21", "annual"),
        ValueColumn("2021/22 Achieved", "outturn", "2021/22", "2021/22", "annual"),
        ValueColumn("2022/23 Achieved", "outturn", "2022/23", "2022/23", "annual"),
        ValueColumn("2023/24 Q1", "actual", "2023/24 Q1", "2023/24 Q1", "in_period"),
        ValueColumn("2023/24 Target", "target", "2023/24", "2023/24", "unknown"),
    ),
    note_heading="Notes",
    form="trailing code",
    status_period="2023/24 Q1",
    widths=(42, 190, 66, 60, 60, 60, 60, 60, 158),
    size=9,
    rows=(
        _row(
            GREEN,
            "BV8",
            "Invoices paid within 30 days of receipt",
            "Finance",
            (pct("98.6"), pct("99.1"), pct("99.0"), pct("99.2"), pct("99")),
            "Nearly every invoice is now scanned on arrival.",
        ),
        _row(
            AMBER,
            "FPLocal_02",
            "Sundry debtors raised in any one financial year paid in that year",
            "Finance",
            (pct("75.2"), pct("82.9"), pct("84.1"), pct("80.3"), pct("90")),
            "Two large invoices to partners were raised in the last week of June and paid in July.",
        ),
        _row(
            GREEN,
            "FPLocal_09",
            "Invoices paid within 20 days",
            "Finance",
            (pct("96.5"), pct("97.7"), pct("97.3"), pct("98.0"), pct("98")),
        ),
        _row(
            DATA_ONLY,
            "FPLocal_13",
            "Sundry debt collected",
            "Finance",
            (
                num("1402000", "£", printed="£1,402k"),
                num("1318000", "£", printed="£1,318k"),
                num("1234000", "£", printed="£1,234k"),
                num("309000", "£", printed="£309k"),
                DASH,
            ),
            "The sum is given for information and has no target.",
        ),
        _row(
            GREEN,
            "LALocal_04",
            "Complaints acknowledged within the specified time",
            "Governance",
            (pct("98"), pct("99"), pct("100"), pct("100"), pct("100")),
        ),
        _row(
            RED,
            "LALocal_12",
            "Freedom of Information requests dealt with within 20 working days",
            "Governance",
            (pct("96"), pct("95"), pct("93"), pct("88"), pct("100")),
            "The officer who passes requests on to the services left in April. The post was "
            "filled again at the end of June.",
        ),
        _row(
            RED,
            "CPLocal_02",
            "Tenants of industrial units with rent arrears",
            "Property",
            (pct("5"), pct("4"), pct("6"), pct("7"), pct("2")),
            "Energy bills have put several small firms behind with the rent. Each of them has a "
            "plan for paying it off.",
        ),
        _row(
            GREEN,
            "CPLocal_05",
            "Beeston Square Shops vacant for more than 3 months",
            "Property",
            (pct("0"), pct("15"), pct("7.69"), pct("0"), pct("0")),
            "The last empty shop was let in May.",
        ),
        _row(
            GREEN,
            "BV9",
            "Council Tax collected",
            "Revenues",
            (pct("97.2"), pct("97.6"), pct("97.9"), pct("29.1"), pct("29")),
            "Reminders now go out by text message as well. The figure for 2020/21 is final.",
            basis="to_date",
        ),
        _row(
            AMBER,
            "BV10",
            "Non-domestic Rates Collected",
            "Revenues",
            (pct("96.6"), pct("98.0"), pct("98.4"), pct("28.7"), pct("29")),
            "One large account was rebilled after a new valuation.",
            basis="to_date",
        ),
        _row(
            RED,
            "BV78b",
            "Average speed of processing changes of circumstances for HB/CTB claims (calendar "
            "days)",
            "Benefits",
            (
                num("3.5", DAYS),
                num("4.6", DAYS),
                num("4.1", DAYS),
                num("5.8", DAYS),
                num("4.0", DAYS),
            ),
            "Claims with a change of rent had to be looked at by hand after the yearly update.",
        ),
        _row(
            GREEN,
            "BV79b(iii)",
            "HB overpayments recovered as a percentage of the total amount of HB overpayment debt "
            "outstanding",
            "Benefits",
            (pct("5.00"), pct("6.12"), pct("7.40"), pct("2.05"), pct("9")),
            "As expected for this time of the year.",
        ),
        _row(
            GREEN,
            "ITLocal_01",
            "System Availability",
            "ICT",
            (pct("99.7"), pct("99.9"), pct("99.8"), pct("99.9"), pct("99.5")),
            "On target.",
        ),
        _row(
            GREEN,
            "ITLocal_05",
            "Virus Protection",
            "ICT",
            (pct("100"), pct("100"), pct("100"), pct("100"), pct("100")),
            "On target.",
        ),
        _row(
            AMBER,
            "ITLocal_06",
            "Staff trained in information security",
            "ICT",
            (NOT_AVAILABLE, BLANK, pct("88"), pct("91"), TO_BE_CONFIRMED),
            "Training began in 2022. The target will be set when the first full year is known.",
        ),
    ),
)

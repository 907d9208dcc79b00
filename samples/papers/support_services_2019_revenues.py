"""Support services 2019/20: the tables of Revenues, Benefits and Customer Services."""

from __future__ import annotations

from samples.document import Paragraph
from samples.facts import ActionRow, IndicatorRow, Part
from samples.papers.support_services_2019_columns import actions, indicators
from samples.statuses import DATA_ONLY, GREEN, IN_PROGRESS, WARNING
from samples.values import DASH, NoteFigure, day, num, pct

DAYS = "calendar days"

CRITICAL = indicators(
    "Revenues, Benefits and Customer Services",
    True,
    IndicatorRow(
        GREEN,
        "BV9",
        "Council Tax collected %",
        (pct("98.5"), pct("98.5"), pct("29.7"), pct("24.6")),
        "More Council Tax has come in than the target asks for. August 2019 = 48.27%",
        basis="to_date",
        note_figures=(NoteFigure("2019-08", "August 2019", pct("48.27")),),
    ),
    IndicatorRow(
        GREEN,
        "BV10",
        "Non-Domestic Rates collected %",
        (pct("98.8"), pct("99.1"), pct("30.7"), pct("24.7")),
        "More NNDR has come in than the target asks for. August 2019 = 47.17%",
        basis="to_date",
        note_figures=(NoteFigure("2019-08", "August 2019", pct("47.17")),),
    ),
)

TASKS = actions(
    "Revenues and Benefits and Customer Services",
    ActionRow(
        IN_PROGRESS,
        "RBCS1620_01",
        "Manage the introduction of Universal Credit (UC)",
        "HB claims of people of working age will move to the DWP",
        50,
        day("31-Mar-2020", "2020-03-31"),
        "The managed move has begun in the pilot area and will probably last for months. It will "
        "be evaluated before the rest of the country follows. The DWP decides on the timetable; "
        "the Council goes on working closely with it.",
    ),
    ActionRow(
        IN_PROGRESS,
        "RBCS1620_03",
        "Replace the current CRM system (Meritec)",
        "A better way to record what customers ask and to pass it on.",
        90,
        day("30-Sept-2019", "2019-09-30"),
        "The project is close to user acceptance testing. At present go live is thought likely "
        "for the middle of September.",
    ),
    ActionRow(
        WARNING,
        "RBCS1620_05",
        "Widen the use of e-forms",
        "Widen the use of e-forms",
        90,
        day("30-Sept-2019", "2019-09-30"),
        "Put back to September 2019 so that there is time for more tests. New e-forms are being "
        "made all the while.",
    ),
    ActionRow(
        IN_PROGRESS,
        "RBCS1620_06",
        "Update the council's face to face customer contact",
        "Decide how people who come to the new reception in the offices are looked after.",
        15,
        day("31-Mar-2020", "2020-03-31"),
        "How fast this goes depends partly on the New Ways of Working Project, and on money for "
        "the building work at reception.",
    ),
    ActionRow(
        IN_PROGRESS,
        "RBCS1922_01",
        "Implement Analyse Local",
        "Let the Council work out its provision for NNDR appeals in time and in the same way as "
        "other Nottinghamshire councils.",
        70,
        day("30-Sep-2019", "2019-09-30"),
        "A contract with Analyse Local is in place. The systems around NNDR will be built up "
        "further, with closer study of the data.",
    ),
    ActionRow(
        IN_PROGRESS,
        "RBCS1922_02",
        "Property Inspector",
        "Check the rateable values of Business premises in the area so that bills are fair and "
        "right",
        80,
        day("30-Mar-2020", "2020-03-30"),
        "A contract for a property inspector shared with Newark and Sherwood, Rushcliffe and "
        "Gedling is being drawn up. The post was advertised in August 2019.",
    ),
    ActionRow(
        IN_PROGRESS,
        "RBCS1922_03",
        "Single Person Discount Review",
        "Look at SPD cases in which the discount may no longer be due",
        20,
        day("30-Mar-2020", "2020-03-30"),
        "The other Nottinghamshire authorities are being asked whether all can go about it in the "
        "same way.",
    ),
)

KEY_INDICATORS = indicators(
    "Revenues and Benefits and Customer Services",
    False,
    IndicatorRow(
        GREEN,
        "BV78a",
        "Average speed of processing new HB/CTB claims (calendar days)",
        (num("12.6", DAYS), num("11.4", DAYS), num("9.2", DAYS), num("14.0", DAYS)),
        "Still quicker than the target August 2019 = 8.3",
        note_figures=(NoteFigure("2019-08", "August 2019", num("8.3", DAYS)),),
    ),
    IndicatorRow(
        GREEN,
        "BV78b",
        "Average speed of processing changes of circumstances for HB/CTB claims (calendar days)",
        (num("5.0", DAYS), num("3.9", DAYS), num("4.3", DAYS), num("5.0", DAYS)),
        "Still quicker than the target August 2019 = 6.8",
        note_figures=(NoteFigure("2019-08", "August 2019", num("6.8", DAYS)),),
    ),
    IndicatorRow(
        GREEN,
        "BV79b(ii)",
        "HB overpayments recovered as % of the total amount of HB overpayment debt outstanding",
        (pct("29.3"), pct("29.0"), pct("8.9"), pct("10.6")),
        "Getting overpaid Housing Benefit back is still hard, and the team is looking for better "
        "ways.",
    ),
    IndicatorRow(
        DATA_ONLY,
        "CSDData_02",
        "Calls Handled",
        (
            num("90192", printed="90,192"),
            num("79800", printed="79,800"),
            num("17857", printed="17,857"),
            num("80000", printed="80,000"),
        ),
        "Fewer calls reach the Council every year.",
    ),
    IndicatorRow(
        DATA_ONLY,
        "CSDData_03",
        "Calls Abandoned",
        (
            num("6124", printed="6,124"),
            num("14583", printed="14,583"),
            num("6599", printed="6,599"),
            DASH,
        ),
        "- Since the summer of 2018 the Contact Centre answers more of the calls that used to be "
        "passed on. Callers who give up are therefore counted in the Contact Centre more often, "
        "and in the back office less often. This indicator counts the Contact Centre alone, so "
        "that it seems to grow against earlier years. In Q1 of 2019 the back office lost over "
        "5,000 calls fewer than before; with both taken together the share of callers who gave up "
        "went down by 5.7%",
    ),
)

PARTS: tuple[Part, ...] = (
    Paragraph(
        "Critical Success Indicators for Revenues, Benefits and Customer Services 2019/20", "h2"
    ),
    CRITICAL,
    Paragraph(
        "Revenues and Benefits and Customer Services Key Tasks and Priorities for Improvement "
        "2019/20",
        "h2",
    ),
    TASKS,
    Paragraph(
        "Revenues and Benefits and Customer Services Key Performance Indicators 2019/20", "h2"
    ),
    KEY_INDICATORS,
)

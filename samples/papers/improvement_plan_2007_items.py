"""Improvement plan 2007: the fifteen items of the exception report, the first half typed here."""

from __future__ import annotations

from samples.facts import Item
from samples.papers.improvement_plan_2007_later_items import LATER_ITEMS
from samples.papers.improvement_plan_2007_marks import (
    AMBER,
    AMBER_FILL,
    AUG,
    GREEN_FILL,
    NOV,
    OCT,
    RED,
    RED_FILL,
    SEPT,
    marks,
)
from samples.values import Status

__all__ = ["AMBER_FILL", "GREEN_FILL", "ITEMS", "RED_FILL", "WORDS"]

WORDS = (
    Status("RED", "red", fill=RED_FILL),
    Status("AMBER", "amber", fill=AMBER_FILL),
    Status("GREEN", "green", fill=GREEN_FILL),
    Status("REPROGRAMMED", "reprogrammed"),
)
REPUTATION = "CP5: Reputation"
COMMUNICATIONS = "Review of Communications Strategy reported to Cabinet with updated action plan."
GRAPHICS = "Framework contract established with single supplier for graphics."

ITEMS: tuple[Item, ...] = (
    Item(
        "CP1: Town Centre",
        "1.1",
        "Public Support for Plans",
        "1.1.2",
        "Commence process of identifying development partner",
        RED,
        "Put back last month, and still late",
        "PS",
        AUG,
        NOV,
        "PS /PM",
        "Still late. The talks have been moved to a day after the Town centre management "
        "partnership meets on 7<sup>th</sup> November.",
        marks(AUG, NOV),
    ),
    Item(
        "CP1: Town Centre",
        "1.2",
        "Work Commenced",
        "1.2.2",
        "Consultation with community.",
        AMBER,
        "Will not begin before November",
        "PS",
        SEPT,
        NOV,
        "PS",
        "It took longer than planned to appoint consultants, so nothing has begun yet. November "
        "is now proposed as the start",
        marks(SEPT, NOV),
    ),
    Item(
        REPUTATION,
        "5.2",
        "Three Charter Marks (originally five, but reduced in number on basis of external advice).",
        "5.2.3",
        "Establish working group.",
        AMBER,
        "The team is thinking again.",
        "HB",
        SEPT,
        OCT,
        "HB",
        "With more savings to find and other pressures on its budget, the CCPP team has to think "
        "again about its way of working. It cannot enter the formal accreditation this year.",
        marks(SEPT, OCT),
        shifted=True,
    ),
    Item(
        REPUTATION,
        "5.3",
        "Positive Media Coverage",
        "5.3.5",
        COMMUNICATIONS,
        AMBER,
        "One month late.",
        "HB",
        SEPT,
        OCT,
        "HB",
        "CMT saw it in October, as did Leader's. Cabinet will have it in November.",
        marks(SEPT, OCT),
        shifted=True,
    ),
    Item(
        REPUTATION,
        "5.4",
        "Brand Recognition",
        "5.4.1",
        GRAPHICS,
        AMBER,
        None,
        "HB",
        SEPT,
        OCT,
        "HB",
        "Advertising is to pay for all of Together Bromsgrove in a pilot that has been agreed. "
        "Because of the money this saves, it was put first.",
        marks(SEPT, OCT),
    ),
    Item(
        "CP6: Performance",
        "6.5",
        "Ensure Financial and Performance Integration",
        "6.5.6",
        "Monthly Integrated reporting to CMT (with pilot in September)",
        AMBER,
        None,
        "JP/ HB",
        SEPT,
        OCT,
        "JP/HB",
        "CMT gets two reports – they are joined every quarter – and for the time being the "
        "monthly one had better be about performance",
        marks(SEPT, OCT),
    ),
    *LATER_ITEMS,
)

"""Improvement plan 2007: the second half of the items of the exception report."""

from __future__ import annotations

from samples.facts import Item
from samples.papers.improvement_plan_2007_marks import (
    AMBER,
    AUG,
    AUGUST,
    JULY,
    NOV,
    OCT,
    RED,
    SEPT,
    marks,
)

VALUE = "FP1: Value for Money"
VALUE_AIM = "Improvements in Use of Resources scoring in relation to VFM"
FINANCE = "FP2: Financial Management"
FINANCE_AIM = "Improved Financial Management by budget holders"
SPATIAL = "PR3: Spatial Business Project"
SPATIAL_AIM = "Better understanding of the spatial project"
STATISTICS = (
    "Analyse statistical information in respect of BDC form Audit Commission for comparison "
    "purposes"
)
POP = (
    "Implementation of the POP project to account for commitments & accruals on the Agresso system"
)

LATER_ITEMS: tuple[Item, ...] = (
    Item(
        VALUE,
        "11.3",
        VALUE_AIM,
        "11.3.2",
        f"{STATISTICS}.",
        AMBER,
        "Late because nobody could be spared",
        "JP",
        SEPT,
        OCT,
        "JP",
        "The analysis was made in October, once there were people to do it",
        marks(SEPT, OCT),
        lower_title=STATISTICS,
    ),
    Item(
        VALUE,
        "11.3",
        VALUE_AIM,
        "11.3.5",
        "Identify services for detailed benchmarking & cost analysis to be undertaken",
        RED,
        "Cabinet will decide in November, together with the action plan",
        "JP",
        AUG,
        NOV,
        "JP",
        "Cabinet will decide in November, when the action plan is put before it",
        marks(AUG, NOV),
    ),
    Item(
        VALUE,
        "11.3",
        VALUE_AIM,
        "11.3.9",
        "Report VFM actions to CMT and member group.",
        AMBER,
        None,
        "JP",
        SEPT,
        OCT,
        "JP",
        "CMT is to see the action plan in October and Cabinet in November",
        marks(SEPT, OCT),
        lower_title="Report VFM actions to CMT and member group",
    ),
    Item(
        FINANCE,
        "12.1",
        FINANCE_AIM,
        "12.1.1",
        POP,
        RED,
        None,
        "JP",
        JULY,
        OCT,
        "JP",
        "The system should start afresh in October.",
        marks(JULY, OCT),
    ),
    Item(
        FINANCE,
        "12.1",
        FINANCE_AIM,
        "12.1.3",
        "Train all managers to use web access for Agresso reporting",
        AMBER,
        "Training had to wait while the system was being put in.",
        "JP",
        SEPT,
        OCT,
        "JP",
        "Held up because POP, on which web access depends, had to come first – starts afresh in "
        "October",
        marks(SEPT, OCT),
    ),
    Item(
        SPATIAL,
        "17.1",
        SPATIAL_AIM,
        "17.1.2",
        "Finalisation of implementation plan",
        RED,
        "Another sub contractor is to be taken on, as the project board has decided, and "
        "contracts are being written",
        "DP",
        JULY,
        OCT,
        "DP",
        "This was on the agenda of the project board for Sept 17<sup>th</sup>. Before the plan "
        "can be finished the board had to settle the sub contractor's contract. It has now "
        "decided to take on another firm, and new contracts are being written. The implementation "
        "plan is being gone over so that it takes account of the change.",
        marks(JULY, OCT),
        shifted=True,
    ),
    Item(
        SPATIAL,
        "17.1",
        SPATIAL_AIM,
        "17.1.4",
        "Relaunch of project with staff",
        AMBER,
        "The project board's changes are being worked into the implementation plan. For that "
        "reason the pilot has a new date, after Members have seen the project on October "
        "22<sup>nd</sup>.",
        "DP",
        SEPT,
        OCT,
        "DP",
        "Now that there is a new sub-contractor the project has new dates, and work will begin "
        "again early in November.",
        marks(SEPT, OCT),
        shifted=True,
    ),
    Item(
        "PR4: Improved Partnership Working",
        "18.4",
        "Improved Working Relationship with the County",
        "18.4.1",
        "Chief Exec (BDC) to meet monthly with Chief Exec (WCC)",
        AMBER,
        None,
        "KD",
        SEPT,
        OCT,
        "KD",
        "There are no meetings until WCC has someone new in the post; the CEO does see two of its "
        "senior officers regularly.",
        marks(SEPT, OCT),
    ),
    Item(
        "HR&OD3: Positive Employee Climate",
        "21.1",
        "Employee satisfaction",
        "21.1.6",
        "Implement Action Plan",
        AMBER,
        None,
        "JP",
        AUGUST,
        OCT,
        "JP",
        "In November groups of employees will meet and talk about the points that were raised, "
        "and out of that an action plan will be made.",
        marks(AUGUST, OCT),
    ),
)

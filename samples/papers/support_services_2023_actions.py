"""Support services 2023/24: the exception table of key tasks; its headings are not repeated."""

from __future__ import annotations

from samples.facts import ActionRow, ActionTable
from samples.statuses import COMPLETED, IN_PROGRESS, OVERDUE, WARNING
from samples.values import day, month

TABLE = ActionTable(
    headings=(
        "Status",
        "Action Title and Code",
        "Action Description",
        "Progress",
        "Due Date",
        "Comments",
    ),
    form="trailing code",
    repeat_headings=False,
    widths=(80, 180, 170, 62, 74, 190),
    size=9,
    rows=(
        ActionRow(
            COMPLETED,
            "FP2326_01",
            "Produce the Final Accounts by end of May - Annually",
            "Final Accounts to be ready when May ends",
            100,
            day("31-May-2023", "2023-05-31"),
            "The draft accounts were published on 31 May 2023 and the public could inspect them "
            "from June on.",
            team="Finance",
        ),
        ActionRow(
            WARNING,
            "FP2023_01",
            "Review and update the Financial Regulations for approval by Members",
            "The Council to have up-to-date Financial Regulations, agreed by Full Council",
            85,
            month("Sep-2023", "2023-09-30"),
            "The draft has been through the Accounts team and the lawyers, and Members of the "
            "task and finish group have asked for a shorter section on virements. Two rounds of "
            "comments are still to be worked in before it can go to Full Council. Target date "
            "proposed to be extended to December 2023.",
            team="Finance",
            proposed_due=month("December 2023", "2023-12-31"),
        ),
        ActionRow(
            WARNING,
            "LA1922_02",
            "Rewrite the Council’s Constitution",
            "Bring the constitution into line with how the Council works today",
            65,
            month("Oct-2023", "2023-10-31"),
            "After the elections in May a new Task and Finish Group was formed. It has reopened "
            "two chapters that were thought finished, those on planning and on licensing, and the "
            "share of the work that is done has been reckoned anew. A report goes to Members in "
            "the winter.",
            team="Legal",
        ),
        ActionRow(
            IN_PROGRESS,
            "LA2326_01",
            "Introduce electronic signing of contracts",
            "Contracts below the threshold to be signed and sealed without paper",
            40,
            month("Mar-2024", "2024-03-31"),
            "A product has been chosen together with two neighbouring councils. The rules on "
            "which contracts need a seal are being rewritten, and officers in Estates and Housing "
            "are trying the product out with leases and small works.",
            team="Legal",
        ),
        ActionRow(
            OVERDUE,
            "DEM1518_01",
            "Community Governance Review",
            "Community Governance Review - go over the boundaries of every Parish and remove "
            "oddities where possible.",
            90,
            month("July-2023", "2023-07-31"),
            "The second consultation brought more answers than the first, and they had to be read "
            "one by one. The final recommendations are being drafted. A revised due date of "
            "November 2023 is suggested so that they can go to Full Council with the new maps.",
            team="Governance",
            proposed_due=month("November 2023", "2023-11-30"),
        ),
        ActionRow(
            COMPLETED,
            "DEM2326_02",
            "Member induction after the elections",
            "Every Member to have had an induction within six weeks of the elections of May 2023",
            100,
            month("June-2023", "2023-06-30"),
            "All Members have attended the sessions on conduct, finance and planning, or have "
            "seen the recordings.",
            team="Governance",
        ),
        ActionRow(
            WARNING,
            "CP2023_01",
            "Introduce a replacement Asset Management Plan for 2021 to 2026",
            "Win back income from commercial property after COVID and run the rest as cheaply as "
            "possible",
            70,
            month("Sep-2023", "2023-09-30"),
            "The consultants have handed in their report on every building but the depot. Members "
            "will be asked which buildings to keep. Due date revised from January 2022.",
            team="Property",
            previous_due=month("January 2022", "2022-01-31"),
        ),
        ActionRow(
            IN_PROGRESS,
            "H&S2326_01",
            "Complete the health and safety strategy / document review",
            "List what there is, find what is missing, and renew or write every policy needed in "
            "good time.",
            60,
            month("Dec-2023", "2023-12-31"),
            "Of the policies on the list most have been renewed. The one on lone working waits "
            "for the new alarm devices, which are on order, and for the agreement of the unions.",
            team="Health&Safety",
        ),
        ActionRow(
            OVERDUE,
            "RBCS2326_04",
            "Replace the telephone system in the Contact Centre",
            "Callers can choose to be called back, and calls are counted in one place",
            55,
            day("30-Jun-2023", "2023-06-30"),
            "The supplier delivered late and the first test showed that calls to the out-of-hours "
            "number were not passed on. The fault has been found. Go live is expected in October.",
            team="Customer Services",
        ),
    ),
)

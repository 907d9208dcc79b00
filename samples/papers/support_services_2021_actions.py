"""Support services 2021/22: the exception table of key tasks."""

from __future__ import annotations

from samples.facts import ActionRow, ActionTable
from samples.statuses import COMPLETED, IN_PROGRESS, OVERDUE, WARNING
from samples.values import month

SEP_2021 = month("Sep-2021", "2021-09-30")
DEC_2021 = month("December 2021", "2021-12-31")

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
    widths=(80, 188, 190, 60, 66, 174),
    size=10,
    rows=(
        ActionRow(
            WARNING,
            "FP1922_05",
            "Determine the Council’s approach to procurement to ensure that it meets needs and "
            "objectives",
            "Look at how the Council buys today and whether its staff know enough to keep within "
            "the rules.",
            80,
            SEP_2021,
            "The new Procurement Strategy is in force and officers have been briefed on it. The "
            "interim officer stays on while the choices for the procurement function are weighed "
            "up; a report on them is being written for GMT. Target date proposed to be extended "
            "to December 2021.",
            team="Finance",
            proposed_due=DEC_2021,
        ),
        ActionRow(
            IN_PROGRESS,
            "FP2023_01",
            "Review and update the Financial Regulations for approval by Members",
            "The Council to have up-to-date Financial Regulations, agreed by Full Council",
            20,
            month("Dec-2021", "2021-12-31"),
            "The part on contracts (Standing Orders) was renewed in March 2020. The rest will be "
            "looked at as soon as the Accounts team is back at full strength. Target date "
            "proposed to be extended to March 2022.",
            team="Finance",
            proposed_due=month("March 2022", "2022-03-31"),
        ),
        ActionRow(
            WARNING,
            "FP2023_05",
            "Continue to develop a contract management framework for adoption across the Council.",
            "One framework for managing contracts, with rules on how suppliers' performance is "
            "measured and reported. Better buying may save money and effort.",
            90,
            SEP_2021,
            "GMT has agreed the Contract Management framework. It is being brought in, department "
            "by department. Target date proposed to be extended to December 2021.",
            team="Finance",
            proposed_due=DEC_2021,
        ),
        ActionRow(
            COMPLETED,
            "FP2023_07",
            "Produce the Final Accounts by end of May - Annually",
            "Final Accounts to be ready when May ends",
            100,
            month("May-2021", "2021-05-31"),
            "The accounts were ready by 30 June 2021. Because of the pandemic 31 July 2021 would "
            "have been early enough.",
            team="Finance",
        ),
        ActionRow(
            WARNING,
            "LA1922_02",
            "Rewrite the Council’s Constitution",
            "Bring the constitution into line with how the Council works today",
            71,
            month("Oct-2021", "2021-10-31"),
            "Senior Officers have been asked for their views and Members will form a Task and "
            "Finish Group. Policy and Performance Committee will have a report on 2 December "
            "2021, and Full Council on 15 December 2021. Target date proposed to be extended to "
            "December 2021 so that the group has time to consult.",
            team="Legal",
            proposed_due=DEC_2021,
        ),
        ActionRow(
            COMPLETED,
            "LA2021_02",
            "Create instruction pro-forma/ templates/guidance notes in the Case Management System",
            "Standard letters for use inside and outside the Council, so that the team works "
            "faster, in the same way, and can stand in for one another.",
            100,
            month("Dec-2021", "2021-12-31"),
            "The system is in use with every standard template loaded; precedents for special "
            "cases are being added. The pro-forma are with the Communications team, who will put "
            "them on the Intranet, and Heads of Service will then be told.",
            team="Legal",
        ),
        ActionRow(
            WARNING,
            "DEM1518_01",
            "Community Governance Review",
            "Community Governance Review - go over the boundaries of every Parish and remove "
            "oddities where possible.",
            30,
            month("July-2022", "2022-07-31"),
            "Every Parish Council was briefed in June. The first consultation opened on 1 July "
            "and closes on 30 September 2021.",
            team="Admin",
        ),
        ActionRow(
            WARNING,
            "DEM1922_01",
            "Rollout of the Committee Management System – Phase 2",
            "Agendas and Minutes made and sent out with less work, and better information on the "
            "website",
            25,
            SEP_2021,
            "Officers will get it later than planned. An App is being built with which Members "
            "can read Section 12A papers on tablets and phones. Target date proposed to be "
            "extended to December 2021.",
            team="Governance",
            proposed_due=DEC_2021,
        ),
        ActionRow(
            COMPLETED,
            "DEM2124_01",
            "Replace complaints System",
            "Bring in the new system for complaints and train those who use it",
            100,
            month("May-2021", "2021-05-31"),
            "Completed.",
            team="Governance",
        ),
        ActionRow(
            OVERDUE,
            "DEM2124_02",
            "Hybrid meetings (combined physical/virtual meetings)",
            "Find out what is needed to hold hybrid meetings",
            75,
            month("Jul-2021", "2021-07-31"),
            "The law that allowed remote meetings was not prolonged. Procedures are still being "
            "prepared in case it returns in another form. A revised due date of May 2022 is "
            "suggested to fit the calendar of Committees.",
            team="Governance",
            proposed_due=month("May 2022", "2022-05-31"),
        ),
        ActionRow(
            WARNING,
            "DEM2124_03",
            "Member Development Programme",
            "A training programme made for this Council's Members, so that decisions are well "
            "founded.",
            50,
            SEP_2021,
            "The due date should follow the dates of the Committee meetings that will have "
            "reports on this action.",
            team="Governance",
        ),
        ActionRow(
            OVERDUE,
            "CP2023_01",
            "Introduce a replacement Asset Management Plan for 2021 to 2026",
            "Win back income from commercial property after COVID and run the rest as cheaply as "
            "possible",
            10,
            month("Apr-2021", "2021-04-30"),
            "The tenders are in and are being compared. Once a firm is appointed its final report "
            "is hoped for by January 2022. The due date should be revised to January 2022, when "
            "the report is expected.",
            team="Property",
            proposed_due=month("January 2022", "2022-01-31"),
        ),
        ActionRow(
            WARNING,
            "H&S2124_02",
            "Complete the health and safety strategy / document review",
            "List what there is, find what is missing, and renew or write every policy needed in "
            "good time.",
            50,
            SEP_2021,
            "The policies are being renewed. Target date proposed to be extended to December 2021.",
            team="Health&Safety",
            proposed_due=DEC_2021,
        ),
    ),
)

"""Community safety 2019/20: the table of key tasks."""

from __future__ import annotations

from samples.facts import ActionRow, ActionTable
from samples.statuses import COMPLETED, IN_PROGRESS, OVERDUE
from samples.values import Day, Status, month

MAR_2020 = month("Mar-2020", "2020-03-31")
JUNE_2019 = month("June-2019", "2019-06-30")
FEB_2020 = month("Feb-2020", "2020-02-29")


def _task(
    status: Status,
    number: str,
    title: str,
    description: str,
    progress: int,
    due: Day,
    comments: str | None = None,
) -> ActionRow:
    return ActionRow(
        status,
        f"COMS{number}",
        title,
        description,
        progress,
        due,
        comments,
        code_as_printed=f"COMS {number}",
    )


TASKS = ActionTable(
    headings=(
        "Status / Icon",
        "Action Code",
        "Action Title",
        "Action Description",
        "Progress",
        "Due Date",
        "Comments",
    ),
    form="own column",
    section="Community Safety",
    widths=(82, 76, 140, 160, 58, 64, 176),
    size=9.5,
    rows=(
        _task(
            COMPLETED,
            "1620_16",
            "Develop and deliver Actions Plans for Broxtowe Strategic Partnership",
            "Things get better for Children and Young Persons, in Health, for people with "
            "Dementia, and in Child Poverty",
            100,
            MAR_2020,
            "All that was agreed for 2019/20 has been done",
        ),
        _task(
            COMPLETED,
            "1720_04",
            "Deliver the Cross-Departmental Anti-Social Behaviour Action Plan",
            "Less anti-social behaviour in the borough",
            100,
            MAR_2020,
        ),
        _task(
            COMPLETED,
            "1821_08",
            "Undertake a feasibility study on introducing wheelchair accessible taxi fleet",
            "Wheelchair users can take any taxi in the borough",
            100,
            MAR_2020,
            "The Licensing and Appeals Committee had a report on 3 December 2019. Ways to win "
            "drivers, new ones and old, for better vehicles are being looked for by a working "
            "group, whose part should be done by August 2020.",
        ),
        _task(
            COMPLETED,
            "1821_13",
            "Produce Food Service Plan",
            "The Authority has a Food Service Plan that is good enough to guide the work",
            100,
            JUNE_2019,
        ),
        _task(
            COMPLETED,
            "1821_14",
            "Produce DEFRA Annual Air Quality Status Report",
            "The Authority has an Air Quality Status Report that shows how things are and what "
            "could be done",
            100,
            JUNE_2019,
        ),
        _task(
            IN_PROGRESS,
            "1821_15",
            "Review of the Council's policy on toilet provision in cafes and restaurants",
            "A policy on toilets in cafes and restaurants, agreed by Members",
            66,
            month("Sep-2020", "2020-09-30"),
            "On 29 January 2020 the Committee asked that Businesses and Residents be heard first. "
            "That will be done when the Lockdown is over.",
        ),
        _task(
            COMPLETED,
            "1922_01",
            "Develop and deliver a Neighbourhood Action Plan for Stapleford",
            "Less crime of every kind, and people who feel safer",
            100,
            MAR_2020,
            "By 30 March 2020 everything in the plan for 2019/20 had been done. The plan for "
            "2020/2021 has been written, and went to the Office of the Police and Crime "
            "Commissioner in March 2020 for approval.",
        ),
        _task(
            COMPLETED,
            "1922_02",
            "Implement ECINs for ASB Panel meeting management",
            "One meeting in place of two, the Anti-Social Behaviour and the Complex Case Panel, "
            "to save time",
            100,
            month("May-2019", "2019-05-31"),
        ),
        _task(
            OVERDUE,
            "1922_03",
            "Introduction of online application forms for licensing",
            "Licences for taxis, massage and special treatment, scrap metal, charitable "
            "collections, alcohol and gambling can be applied for with forms on the website",
            42,
            FEB_2020,
            "A supplier has drafted the e-forms. They will probably be finished by September 2020.",
        ),
        _task(
            COMPLETED,
            "1922_04",
            "Introduction of online payment facility for licence applications",
            "Those who apply for a licence can pay online",
            100,
            FEB_2020,
            "Taxi licences and the yearly fees of premises can be paid online. Others may follow "
            "when there is need",
        ),
        _task(
            COMPLETED,
            "1922_05",
            "Set up procedures for Channel, Prevent, and Serious Organised Crime",
            "Concerns are passed on in a way that works",
            100,
            MAR_2020,
            "Completed.",
        ),
        _task(
            COMPLETED,
            "1922_06",
            "Set up effective mechanisms to manage the Local Strategic Partnership Task and "
            "Finish Group",
            "The Local Strategic Partnership works better and gets more done",
            100,
            month("Oct-2019", "2019-10-31"),
            "The groups of the Local Strategic Partnership are changing the way they work.",
        ),
        _task(
            OVERDUE,
            "1922_07",
            "Achieve Well Being at Work Accreditation",
            "Staff are and feel better looked after",
            33,
            MAR_2020,
            "The next step with the County Council has to wait for its new procedure.",
        ),
        _task(
            COMPLETED,
            "1922_08",
            "Create an effective Key Individuals Network System (KINS) for Broxtowe",
            "A list of key people through whom every community can be told what matters to it",
            100,
            month("Dec-2019", "2019-12-31"),
            "Completed.",
        ),
    ),
)

"""A plan whose priority is merged over its actions; a comment taller than a page."""

from __future__ import annotations

from reportlab.platypus import Table as Ruled

from samples.further.kit import GRID, Further, bound, head, table

_LONG = " ".join(
    f"In week {week} the working group met, looked at the returns and asked for more of them."
    for week in range(1, 19)
)
_ROWS = (
    (
        "Homes",
        "HSG1720_01",
        "Let the contract for new boilers",
        "31/03/2019",
        "In Progress",
        "60%",
        "Tenders are in.",
    ),
    (
        "Homes",
        "HSG1720_02",
        "Survey every block of flats",
        "30/09/2018",
        "Completed",
        "100%",
        "Reported to members.",
    ),
    ("Homes", "HSG1720_03", "Agree a lettings policy", "31/12/2018", "Overdue", "80%", _LONG),
    (
        "Town centre",
        "TCR1720_01",
        "Open the new market square",
        "June 2019",
        "Not Started",
        "0%",
        "",
    ),
    (
        "Town centre",
        "TCR1720_02",
        "Replace the signs to the car parks",
        "28/02/2019",
        "In Progress",
        "45%",
        "Half are up.",
    ),
)


def _draw() -> bytes:
    headings = ["Priority", "Ref", "Action", "Due date", "Status", "Progress", "Comments"]
    rows = [list(row) for row in _ROWS]
    for row in (rows[1], rows[2], rows[4]):
        row[0] = ""
    spans = [("SPAN", (0, 1), (0, 3)), ("SPAN", (0, 4), (0, 5)), ("NOSPLIT", (0, 4), (-1, 5))]
    plan: Ruled = table([headings, *rows], (80, 75, 170, 70, 75, 60, 230), (*GRID, *spans))
    title = "Corporate Plan actions: position at the end of December 2018"
    return bound([*head("Fenland District Council", title), plan])


_STATUS = ("in_progress", "completed", "overdue", "not_started", "in_progress")
_DUE = ("2019-03-31", "2018-09-30", "2018-12-31", "2019-06-30", "2019-02-28")

PAPER = Further(
    stem="plan_merged_priorities",
    shows="a priority merged over several actions; long comments; days and a month as due dates",
    draw=_draw,
    printed={"council": "Fenland"},
    expected={
        "actions": [
            {
                "code": row[1],
                "title": row[2],
                "section": row[0],
                "status": status,
                "progress": int(row[5].removesuffix("%")),
                "due": due,
                "due_precision": "month" if "/" not in row[3] else "day",
                "due_as_printed": row[3],
                "comments": row[6] or None,
            }
            for row, status, due in zip(_ROWS, _STATUS, _DUE, strict=True)
        ],
    },
)

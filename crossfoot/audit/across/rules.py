"""Every rule that compares papers, and the audit by them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from crossfoot import __version__
from crossfoot.audit.across.histories import actions_over_papers
from crossfoot.audit.across.lines_of_years import slips_in_a_line
from crossfoot.audit.across.meanings import codes_with_two_titles, codes_with_two_units
from crossfoot.audit.across.misread import codes_misread
from crossfoot.audit.across.repeats import reports_reissued, reports_repeated
from crossfoot.audit.across.restated import figures_printed_alike, figures_printed_differently
from crossfoot.audit.across.standing import AcrossRule, Standing, read_standing
from crossfoot.audit.across.statuses import statuses_that_move
from crossfoot.audit.across.targets import targets_beside_quarters
from crossfoot.audit.across.vanished import actions_that_vanish
from crossfoot.audit.remark import Held, Remark
from crossfoot.audit.verdict import Cells, Verdict, judged, parted
from crossfoot.store.bulk import cells_of_rows
from crossfoot.store.database import Store

ACROSS: tuple[AcrossRule, ...] = (
    figures_printed_differently,
    figures_printed_alike,
    targets_beside_quarters,
    slips_in_a_line,
    statuses_that_move,
    codes_with_two_titles,
    codes_with_two_units,
    codes_misread,
    actions_over_papers,
    actions_that_vanish,
    reports_repeated,
    reports_reissued,
)
# What these rules may raise.
ACROSS_IDS: frozenset[str] = frozenset(
    {
        "figure.restated",
        "target.changed",
        "figure.slip",
        "status.moved",
        "code.meaning",
        "code.misread",
        "action.slips",
        "action.falls",
        "action.reopened",
        "action.due_vanished",
        "action.vanished",
        "report.repeated",
        "report.reissued",
    }
)

ACROSS_VERSION = f"{__version__}/9"
"""Raise the number with every change of what a rule across papers finds."""


class Compared(NamedTuple):
    """What comparing the papers of a group found.

    ``repeats`` says of each paper of it what other file it repeats, null where none.
    """

    verdict: Verdict
    repeats: Mapping[str, str | None]


def audit_across(store: Store, groups: Sequence[Collection[str]]) -> list[Compared]:
    """Apply every rule that compares papers to those of each group, given by document id.

    No rule compares papers of two groups, so that groups are read and compared together. Returns
    what was found in each; the same content gives the same findings.
    """
    standing = read_standing(store, sorted(chain.from_iterable(groups)))
    remarks = [remark for rule in ACROSS for remark in rule(standing)]
    verdicts = parted(_judged(store, standing, remarks), groups)
    return [
        Compared(verdict, {key: standing.papers[key].same_report_as for key in group})
        for verdict, group in zip(verdicts, groups, strict=True)
    ]


def _judged(store: Store, standing: Standing, remarks: list[Remark | Held]) -> Verdict:
    places = {
        (row.document_id, row.table_no, row.row_no)
        for remark in remarks
        if isinstance(remark, Remark)
        for row in remark.rows
        if row.table_no is not None
        and row.row_no is not None
        and getattr(row, "cell_id", None) is None
    }
    with store.read() as connection:
        cells = Cells(cells_of_rows(connection, places))
    councils = {paper.document_id: paper.council for paper in standing.papers.values()}
    return judged(remarks, cells, councils)

"""Every rule that one paper can break by itself, and the audit of a paper by them.

The rules that compare papers are in ``crossfoot.audit.across``.
"""

from __future__ import annotations

from collections.abc import Collection

from crossfoot import __version__
from crossfoot.audit.against_rows import summary_against_rows
from crossfoot.audit.book_paper import PAPER_IDS
from crossfoot.audit.dates import overdue_before_due, proposed_in_the_past, revised_before_due
from crossfoot.audit.figures import figures_in_their_row
from crossfoot.audit.percentages import percentages
from crossfoot.audit.progress import progress_against_status
from crossfoot.audit.remark import Held, Remark, Rule
from crossfoot.audit.sentences import counting_sentences, sentences_against_tables
from crossfoot.audit.status_values import statuses_against_values
from crossfoot.audit.totals import bracket_totals, column_totals, row_totals
from crossfoot.audit.twice import codes_twice
from crossfoot.audit.verdict import Cells, Verdict, judged, places
from crossfoot.schema.packed_rows import seen
from crossfoot.schema.paper import Paper

RULES: tuple[Rule, ...] = (
    column_totals,
    row_totals,
    bracket_totals,
    summary_against_rows,
    percentages,
    counting_sentences,
    sentences_against_tables,
    progress_against_status,
    overdue_before_due,
    revised_before_due,
    proposed_in_the_past,
    statuses_against_values,
    figures_in_their_row,
    codes_twice,
)
# What these rules may raise: findings with other ids belong to the reader and are left alone.
RULE_IDS = PAPER_IDS

RULES_VERSION = f"{__version__}/14"
"""Stored with every paper: a paper audited by other rules is audited again. Raise the number with
every change of what a rule finds."""


# What rules ask for. The rows of a long paper are packed, and are all opened for one line of these
# at a time: a figure is asked for several times and takes 1,500 bytes.
_OPENED_FOR: tuple[tuple[frozenset[str], frozenset[Rule]], ...] = (
    (
        frozenset({"summaries"}),
        frozenset(
            {
                column_totals,
                row_totals,
                bracket_totals,
                percentages,
                counting_sentences,
                sentences_against_tables,
            }
        ),
    ),
    (frozenset({"summaries", "actions", "indicators"}), frozenset({summary_against_rows})),
    (
        frozenset({"actions"}),
        frozenset(
            {progress_against_status, overdue_before_due, revised_before_due, proposed_in_the_past}
        ),
    ),
    (
        frozenset({"indicators", "statuses", "figures", "legends"}),
        frozenset({statuses_against_values, figures_in_their_row}),
    ),
    (frozenset({"indicators", "actions"}), frozenset({codes_twice})),
)


#: Rows of one relation that are all opened at once: 2 MiB. Of more each is opened when it is asked
#: for, three times on average, in 3 µs each.
_ROWS_OPEN = 2_000


def audit(paper: Paper) -> Verdict:
    """Apply every rule to one paper. The same paper gives the same findings, ids included."""
    councils = {paper.document.document_id: paper.document.council}
    said: dict[Rule, list[Remark | Held]] = {}
    for relations, rules in _OPENED_FOR:
        if not paper.summaries and "summaries" in relations:  # all of these speak of them
            said |= {rule: [] for rule in rules}
            continue
        said |= _said(_looked_at(paper, relations), rules)
    remarks = [remark for rule in RULES for remark in said[rule]]
    return judged(remarks, Cells(paper.cells, places(remarks)), councils)


def _looked_at(paper: Paper, relations: frozenset[str]) -> Paper:
    """Return the paper with these relations opened, to be looked at."""
    rows = {name: seen(getattr(paper, name), most=_ROWS_OPEN) for name in relations}
    return paper.model_copy(update=rows)


def _said(paper: Paper, rules: Collection[Rule]) -> dict[Rule, list[Remark | Held]]:
    return {rule: list(rule(paper)) for rule in RULES if rule in rules}


def audited(paper: Paper) -> Paper:
    """Return the paper with what the rules found in place of what they found before."""
    verdict = audit(paper)
    kept = [finding for finding in paper.findings if finding.rule_id not in RULE_IDS]
    ids = {finding.finding_id for finding in kept}
    links = [link for link in paper.finding_cells if link.finding_id in ids]
    return paper.model_copy(
        update={
            "findings": (*kept, *verdict.findings),
            "finding_cells": (*links, *verdict.cells),
            "checks": verdict.checks,
            "rules_version": RULES_VERSION,
        }
    )

"""Whether a table of counts names things that may not be the actions the paper speaks of.

Grants, checks and works are completed and overdue, too. Where nothing at the table speaks of
actions, it counts them only if what stands over it and over its names says no more than how they
are parted: ``Summary by service``, ``Status``, ``Directorate``.
"""

from __future__ import annotations

import re

from crossfoot.normalise.captions import ACTIONS, NO_SECTION, Caption
from crossfoot.normalise.legends import status_of_meaning
from crossfoot.normalise.summaries import TOTAL, says_subject, texts_of
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.page import Table, prints
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

_WORDS = re.compile(r"[A-Za-z][A-Za-z'\u2019]*")
_HEADING_ROWS = 2
#: What a heading names that is neither an action nor an indicator, and has such statuses, too.
_OTHER_THINGS = re.compile(
    r"\b(?:complaints?|appraisals?|requests?|foi|freedom of information|applications?|claims?"
    r"|inspections?|invoices?|enquiries|training|vacancies|risks?|audits?|repairs?|incidents?"
    r"|appeals?|referrals?|assessments?|surveys?|orders?|tickets?|accidents?|licences?|permits?"
    r"|visits?|evictions?|prosecutions?|investigations?|reports? (?:received|made))\b",
    re.IGNORECASE,
)
#: ``No. of risks``, ``Number of jobs``: what is counted.
_NUMBER_OF = re.compile(
    r"^(?:the )?(?:total )?(?:no\.?|numbers?|counts?|#)\s(?:of\s)?(?P<things>[a-z].*)",
    re.IGNORECASE,
)
#: What a sentence that leads to the counts says they are of: ``3.1 The plan as a whole stood so:``.
_PLAN = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:the|our|this)\s+(?:[\w-]+\s+)?plan\b", re.IGNORECASE
)
#: Words that say how things are parted, or that they are counted; never which things.
_HOW_PARTED = NO_SECTION | frozenset(
    [
        "service", "services", "area", "areas", "directorate", "directorates", "department",
        "departments", "division", "divisions", "team", "teams", "group", "groups", "portfolio",
        "portfolios", "theme", "themes", "priority", "objective", "objectives", "aim", "aims",
        "goal", "goals", "outcome", "outcomes", "ambition", "ambitions", "pillar", "pillars",
        "plans", "head", "heads", "lead", "directors", "officer", "officers", "committee",
        "cabinet", "member", "responsible", "owner", "strategic", "business", "unit", "units",
        "rag", "rating", "ratings", "colour", "count", "counts", "number", "numbers", "no",
        "total", "totals", "breakdown", "split", "percentage", "proportion", "against",
        "delivery", "how", "are", "we", "doing", "glance", "this", "which", "what", "each", "per",
        "our", "their", "an", "is", "it", "grand", "code", "ref", "reference", "name", "title",
        "chart", "graph", "statement", "overall",
    ]
)  # fmt: skip


def counts_others(subject: Subject, caption: Caption, table: Table) -> bool:
    """Whether a table of counts, taken to be of *subject*, counts other things, or may do so."""
    if _says_others(caption, table):
        return True
    if subject != "actions" or caption.subject is not None:
        return False
    if any(map(ACTIONS.search, texts_of(table))):
        return False
    return any(_names_things(text) for text in (caption.text, _over_names(table)) if text)


def _says_others(caption: Caption, table: Table) -> bool:
    """Whether a table's heading, or one of its columns, says that it counts neither actions nor
    indicators.
    """
    if caption.subject is None and _OTHER_THINGS.search(caption.text or ""):
        return True
    counted = [_NUMBER_OF.match(text) for text in texts_of(table, _HEADING_ROWS)]
    named = [match["things"] for match in counted if match]
    return any(_OTHER_THINGS.search(text) and not says_subject(text) for text in named)


def _over_names(table: Table) -> str | None:
    """What stands first in the first row: over the names of the rows, if it is a heading."""
    printed = [row for row in table.rows if any(map(prints, row.cells))]
    first = printed[0].cells[0] if printed else None
    if first is None or len(printed) == 1 or len(texts_of(table, 1)) == 1:
        return None
    return fold(first.text) if first.col_no == 1 and first.col_span == 1 else None


def _names_things(text: str) -> bool:
    if TOTAL.match(text) or _PLAN.match(text) or status_of_meaning(text, "actions"):
        return False
    _, _, rest = split_period(text)
    return any(word.casefold() not in _HOW_PARTED for word in _WORDS.findall(rest))

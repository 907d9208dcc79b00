"""Which papers print the same report: inside a pack, before two committees, reissued.

Compared are whole table rows: an indicator with every figure of its row (measure, period, state,
value; blank cells too), an action with its status, progress, dates and comments. So two quarters
of one year never agree, though their titles and last year's results do: a column more or another
figure makes another row. Series are councils' own, so that two councils never agree either.

Evidence is what distinct values could not share by chance: their significant digits, each value
counted once however many rows print it. ``100``, ``50`` and ``0`` are one digit or none, ``84,617``
is five, ``97.5`` three; a long comment counts :data:`COMMENT_DIGITS`. A column whose period nobody
knows proves nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, combinations
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update

from crossfoot.store.bulk_rows import ActionRow, FigureRow, PaperRow
from crossfoot.store.chunks import chunks
from crossfoot.store.database import Store
from crossfoot.store.tables import documents

#: The sample papers printed by two producers share 59 to 297 digits in 15 to 49 rows; no two
#: different ones share a row. Three percentages of a decimal and a count are 12 digits.
MIN_DIGITS = 12
MIN_ROWS = 2
#: Asked for where the papers name different periods, or nothing but the rows says it is the same.
STRONG_DIGITS = 40
STRONG_ROWS = 5
#: A reissue corrects some rows. Two reports on one quarter to two committees share fewer.
MOST = 2 / 3
NEARLY_ALL = 0.8
#: A report goes from one committee to the next within two or three cycles of six to eight weeks.
#: Papers further apart that share most rows are two reports on one year's plan.
MOST_DAYS = 120
#: Shorter comments are set phrases ("No change", "On target for completion").
LONG_COMMENT = 40
COMMENT_DIGITS = 6

Row = tuple[Any, ...]


@dataclass(frozen=True)
class PaperRows:
    """What is compared of one paper: ``rows`` maps each row to the values that identify it.

    ``period`` is the paper's own period, null where nobody knows it.
    """

    document_id: str
    published_on: date | None
    period: str | None
    rows: Mapping[Row, frozenset[str]]


def same_reports(papers: Iterable[PaperRows]) -> dict[str, str]:
    """Return for each paper that repeats another's tables the one that it repeats.

    A paper whose rows all stand in another (a pack) points to that one. Of two with the same
    rows, and of two that differ in some (a reissue with a correction: same council, same
    reporting period, most rows the same), the later points to the earlier: by day of
    publication, a dated one before an undated one, then by document id. What is pointed to points
    nowhere, so there are no chains. The answer does not depend on the order of *papers*.
    """
    alike: dict[tuple[frozenset[Row], str | None], list[PaperRows]] = defaultdict(list)
    for paper in papers:
        if paper.rows:
            alike[frozenset(paper.rows), paper.period].append(paper)
    groups = [sorted(group, key=_age) for group in alike.values()]
    firsts = {group[0].document_id: group[0] for group in groups}
    related, holding = _related(firsts)
    roots: dict[str, str] = {}
    for first in sorted(firsts.values(), key=lambda paper: _rank(paper, holding)):
        mine = first.document_id
        known = [firsts[other] for other in related[mine] if roots.get(other) == other]
        best = min(known, key=lambda paper: _rank(paper, holding), default=first)
        roots[mine] = best.document_id
    found = {mine: root for mine, root in roots.items() if mine != root}
    for first, *others in groups:
        if others and _proves(first, first, MIN_DIGITS, MIN_ROWS):
            root = roots[first.document_id]
            found |= {other.document_id: root for other in others}
    return found


def _age(paper: PaperRows) -> tuple[date, str]:
    return paper.published_on or date.max, paper.document_id


def _rank(paper: PaperRows, holding: set[str]) -> tuple[int, date, str]:
    """Order papers: the largest pack first, then the earliest."""
    size = -len(paper.rows) if paper.document_id in holding else 0
    return size, *_age(paper)


def _related(papers: Mapping[str, PaperRows]) -> tuple[dict[str, set[str]], set[str]]:
    """Return the papers that each one shares its report with, and those that hold another whole."""
    by_row: dict[Row, list[str]] = defaultdict(list)
    for document_id in sorted(papers):
        for row in papers[document_id].rows:
            by_row[row].append(document_id)
    shared = Counter(
        pair for ids in by_row.values() if len(ids) > 1 for pair in combinations(ids, 2)
    )
    related: dict[str, set[str]] = defaultdict(set)
    holding = set()
    for (a, b), count in shared.items():
        small, large = sorted((papers[a], papers[b]), key=lambda paper: len(paper.rows))
        if not _same(small, large, count):
            continue
        related[a].add(b)
        related[b].add(a)
        if count == len(small.rows) < len(large.rows):
            holding.add(large.document_id)
    return related, holding


def _same(small: PaperRows, large: PaperRows, shared: int) -> bool:
    """Whether two papers that share so many rows print the same report."""
    size = len(small.rows)
    if shared < MIN_ROWS or shared < MOST * size:
        return False
    told = small.period is not None and large.period is not None
    if told and small.period != large.period:
        # A pack takes its period from one of its reports; equally many rows are no pack.
        inside = shared == size < len(large.rows)
        return inside and _proves(small, large, STRONG_DIGITS, STRONG_ROWS)
    if shared < size and _far_apart(small, large):
        return False
    if shared == size or told:
        return _proves(small, large, MIN_DIGITS, MIN_ROWS)
    return shared >= NEARLY_ALL * size and _proves(small, large, STRONG_DIGITS, STRONG_ROWS)


def _far_apart(one: PaperRows, other: PaperRows) -> bool:
    if one.published_on is None or other.published_on is None:
        return False
    return abs((one.published_on - other.published_on).days) > MOST_DAYS


def _proves(small: PaperRows, large: PaperRows, digits: int, rows: int) -> bool:
    """Whether the rows that both print hold enough that chance cannot share."""
    common = [values for row, values in small.rows.items() if row in large.rows]
    distinct: set[str] = set().union(*common)
    telling = sum(bool(values) for values in common)
    return telling >= rows and sum(map(_digits, distinct)) >= digits


@lru_cache(maxsize=65536)
def _digits(value: str) -> int:
    """Return the significant digits of a number; a long text has :data:`COMMENT_DIGITS`."""
    number = value.lstrip("-")
    if not number.replace(".", "", 1).isdigit():
        return COMMENT_DIGITS
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return len(number.replace(".", "").strip("0"))


def papers_of(
    papers: Iterable[PaperRow], figures: Iterable[FigureRow], actions: Iterable[ActionRow]
) -> Iterator[PaperRows]:
    """Return what is compared of each paper that has such rows."""
    rows: dict[str, dict[Row, frozenset[str]]] = defaultdict(dict)
    for document_id, row, values in chain(_indicator_rows(figures), _action_rows(actions)):
        rows[document_id][row] = values
    for paper in papers:
        of_paper = rows.get(paper.document_id)
        if of_paper:
            day, period = paper.published_on, paper.reporting_period
            yield PaperRows(paper.document_id, day, period, of_paper)


def write_same_reports(connection: Connection, found: Mapping[str, str | None]) -> int:
    """Write ``documents.same_report_as`` of the documents in *found*; return how many changed."""
    column = documents.c
    changes: list[dict[str, str | None]] = []
    for some in chunks(found):
        query = select(column.document_id, column.same_report_as)
        held = connection.execute(query.where(column.document_id.in_(some))).all()
        changes += [
            {"paper": paper, "same": found[paper]} for paper, same in held if same != found[paper]
        ]
    if changes:
        connection.execute(
            update(documents)
            .where(column.document_id == bindparam("paper"))
            .values(same_report_as=bindparam("same")),
            changes,
        )
    return len(changes)


@dataclass(frozen=True)
class Files:
    """The other files of a document's report: the one it repeats, and those that repeat it."""

    repeats: str | None
    repeated_by: tuple[str, ...]


def other_files(store: Store, document_id: str) -> Files:
    """Return the other files of a document's report, each as file name and first digits of its id.

    A file repeated that is not in the store is given by its id alone.
    """
    c = documents.c
    query = select(c.document_id, c.file_name, c.same_report_as).order_by(c.file_name)
    with store.read() as connection:
        own = connection.execute(
            select(c.same_report_as).where(c.document_id == document_id)
        ).scalar()
        family = connection.execute(
            query.where(or_(c.document_id == own, c.same_report_as == document_id))
        ).all()
    names = {paper: f"{name} ({paper[:12]})" for paper, name, _ in family}
    return Files(
        None if own is None else names.get(own, own[:12]),
        tuple(names[paper] for paper, _, root in family if root == document_id),
    )


def _indicator_rows(
    figures: Iterable[FigureRow],
) -> Iterator[tuple[str, Row, frozenset[str]]]:
    cells: dict[tuple[str, str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for row in figures:
        if row.source == "cell":
            value = "" if row.value is None else format(row.value, "f")
            said = (row.measure, row.period or "", row.value_state, value)
            cells[row.document_id, row.indicator_id, row.series_id].append(said)
    for (document_id, _, series_id), printed in cells.items():
        if any(value for *_, value in printed):
            values = frozenset(value for _, period, _, value in printed if period and value)
            yield document_id, (series_id, *sorted(printed)), values


def _action_rows(
    actions: Iterable[ActionRow],
) -> Iterator[tuple[str, Row, frozenset[str]]]:
    for row in actions:
        if row.council is not None:
            said = _SAID_OF_ACTION(row)
            texts = (row.comments, row.corrective_action)
            long = frozenset(text for text in texts if text and len(text) >= LONG_COMMENT)
            yield row.document_id, ("action", *said), long


_SAID_OF_ACTION: Callable[[ActionRow], tuple[Any, ...]] = attrgetter(
    *("council", "code", "title", "status_as_printed", "progress"),
    *("due_as_printed", "revised_due_as_printed", "proposed_due_as_printed"),
    *("comments", "corrective_action"),
)

"""Summary counts against the rows that a paper lists.

An exception table shows only some rows, so fewer rows than counted prove nothing. More rows of
a status than the summary counts are a contradiction, but only where it is certain that the rows
belong to what was counted. Counts that are met exactly are said in one note: that is a check
that holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.audit import sections
from crossfoot.audit.remark import Held, Remark, at_most, is_share, read_whole
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Indicator, Summary
from crossfoot.schema.values import AnyStatus, Severity, Subject

Item = Action | Indicator
_SUBJECTS: tuple[Subject, ...] = ("actions", "indicators")
# A status read from a word or a letter is what the paper says; colours and pictures are read
# through a key, and a misread key is likelier than a paper that cannot count.
_SPELT_OUT = frozenset({"word", "letter"})


class _Listed(NamedTuple):
    """The distinct rows of one status that belong to one count."""

    summary: Summary
    rows: tuple[Item, ...]
    certain: bool


def summary_against_rows(paper: Paper) -> Iterator[Remark | Held]:
    """``summary.rows`` and ``summary.csi``: no more rows are listed than the summary counts.

    That a summary counts the very rows that are listed shows in the counts that agree. Where more
    are exceeded than met, the summary is likelier about something else, and nothing is an error.
    """
    for subject in _SUBJECTS:
        listed = _listed(paper, subject)
        met = [entry for entry in listed if _is_met(entry)]
        remarks = [
            remark
            for entry in listed
            for remark in (*_excess(paper, entry), *_critical(paper, entry))
        ]
        trusted = len(met) > len(remarks)
        for remark in remarks:
            severity = remark.severity if trusted else at_most(remark.severity, "warning")
            yield remark._replace(severity=severity)
        if met:
            yield _agreement(subject, met, listed)
            yield Held("summary.rows", len(met))
        if brackets := sum(map(_brackets_held, met)):
            yield Held("summary.csi", brackets)


def _is_met(entry: _Listed) -> bool:
    return bool(entry.rows) and len(entry.rows) == entry.summary.item_count


def _listed(paper: Paper, subject: Subject) -> list[_Listed]:
    counts = _clear_counts(paper, subject)
    if not counts:
        return []
    by_section = [row for row in counts if row.section is not None]
    items = _distinct(paper, subject)
    if by_section:
        services = {row.section for row in by_section if row.section is not None}
        named = {item.section for item in items if item.section is not None}
        service_of = {section: sections.match(section, services) for section in named}
        held: dict[tuple[str | None, AnyStatus | None], list[Item]] = defaultdict(list)
        for item in items:
            if item.section is not None:
                held[service_of[item.section], item.status].append(item)
        return [_Listed(row, tuple(held[row.section, row.status]), True) for row in by_section]
    return [
        _Listed(row, tuple(item for item in items if item.status == row.status), False)
        for row in counts
    ]


def _clear_counts(paper: Paper, subject: Subject) -> list[Summary]:
    """The table counts of the paper's own period that stand there once."""
    period = paper.document.reporting_period
    rows = [
        row
        for row in paper.summaries
        if row.subject == subject
        and row.table_no is not None
        and row.status is not None
        and not is_share(row)
        and (row.period is None or period is None or _covers(row.period, period))
    ]
    counts = [row for row in rows if row.section is not None and not row.is_total]
    counts = counts or [row for row in rows if row.section is None]
    times = Counter((row.section, row.status) for row in counts)
    return [row for row in counts if times[row.section, row.status] == 1]


def _covers(label: str, period: str) -> bool:
    """Whether the period of a count is, or holds, that of the paper (2021/22 holds its Q1)."""
    if label == period:
        return True
    outer, inner = period_from_label(label), period_from_label(period)
    return outer.start <= inner.start and inner.end <= outer.end


def _distinct(paper: Paper, subject: Subject) -> list[Item]:
    """Each action or indicator once; one that is listed with two statuses is left out."""
    rows: Sequence[Item] = paper.actions if subject == "actions" else paper.indicators
    found: dict[tuple[str | None, str | None], list[Item]] = defaultdict(list)
    for row in rows:
        name = row.code or row.title
        parent = getattr(row, "parent_title", None)
        found[name.casefold() if name else None, parent].append(row)
    return [
        same[0]
        for (name, _), same in found.items()
        if name is not None and len({row.status for row in same}) == 1
    ]


def _excess(paper: Paper, entry: _Listed) -> Iterator[Remark]:
    count, rows = entry.summary, entry.rows
    if len(rows) <= (count.item_count or 0):
        return
    spelt_out = all(row.status_carrier in _SPELT_OUT for row in rows)
    severity: Severity = "warning"
    if entry.certain and spelt_out and count.item_count is not None and read_whole(paper):
        severity = "error"
    counted = "nothing" if count.item_count is None else str(count.item_count)
    yield Remark(
        "summary.rows",
        severity,
        f"{_name(count)}: the summary counts {counted}, {len(rows)} are listed ({_codes(rows)})",
        (count, *rows),
        printed=count.as_printed,
        expected=str(len(rows)),
        roles=("status", "count"),
    )


def _critical(paper: Paper, entry: _Listed) -> Iterator[Remark]:
    """Bracketed counts against the rows marked as critical indicators."""
    count = entry.summary
    if count.csi_count is None or not entry.rows:
        return
    marks = _marks(entry)
    marked = [mark for mark in marks if mark]
    unsure = None in marks
    too_many = len(marked) > count.csi_count
    too_few = len(entry.rows) == count.item_count and len(marked) < count.csi_count and not unsure
    if not too_many and not too_few:
        return
    certain = too_many and entry.certain and read_whole(paper)
    yield Remark(
        "summary.csi",
        "error" if certain else "warning",
        f"{_name(count)}: {count.csi_count} in brackets, {len(marked)} of the listed rows are "
        "marked as critical indicators",
        (count, *entry.rows),
        printed=count.as_printed,
        expected=f"{count.item_count} ({len(marked)})",
    )


def _marks(entry: _Listed) -> list[bool | None]:
    """Whether each row is a critical indicator; of actions none is asked."""
    return [row.is_csi for row in entry.rows if hasattr(row, "is_csi")]


def _brackets_held(entry: _Listed) -> bool:
    """Whether the rows of a count that is met are marked as the brackets say."""
    marks = _marks(entry)
    return bool(entry.summary.csi_count) and marks.count(True) == entry.summary.csi_count


def _agreement(subject: Subject, met: Sequence[_Listed], listed: Sequence[_Listed]) -> Remark:
    counted = [entry for entry in listed if entry.summary.item_count]
    rows = sum(len(entry.rows) for entry in met)
    return Remark(
        "summary.rows",
        "note",
        f"{len(met)} of {len(counted)} counts of {subject} are met exactly by the {rows} rows "
        "listed for them",
        tuple(entry.summary for entry in met),
    )


def _name(row: Summary) -> str:
    word = row.status_as_printed or row.status or row.subject
    return f"{row.section}, {word}" if row.section else word


def _codes(rows: Sequence[Item]) -> str:
    return ", ".join(row.code or row.title or "without a code" for row in rows)

"""Totals of summary tables: the column of a status, the row of a service, and the brackets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from crossfoot.audit.remark import Held, Remark, at_most, is_share, is_whole, read_whole
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import Severity

Count = Callable[[Summary], int | None]


def column_totals(paper: Paper) -> Iterator[Remark | Held]:
    """``summary.total``: the counts above a total row add up to it."""
    for rows in columns(paper):
        yield from _check_column(paper, rows, "summary.total", lambda row: row.item_count)


def bracket_totals(paper: Paper) -> Iterator[Remark | Held]:
    """``summary.csi``: bracketed counts add up, and none exceeds the count it belongs to."""
    for rows in columns(paper):
        yield from _check_column(paper, rows, "summary.csi", lambda row: row.csi_count)
    for row in paper.summaries:
        if not row.csi_count or row.item_count is None:
            continue
        if row.csi_count <= row.item_count:
            yield Held("summary.csi")
            continue
        yield Remark(
            "summary.csi",
            "error",
            f"{_name(row)}: {row.csi_count} critical indicators are counted among only "
            f"{row.item_count}",
            (row,),
            printed=row.as_printed,
            expected=f"at most {row.item_count} in the brackets",
        )


def row_totals(paper: Paper) -> Iterator[Remark | Held]:
    """``summary.total``: the counts by status add up to the count of all, where one is printed.

    Fewer than the whole is a warning: a table need not show every status. A column whose words are
    no status (``of which overdue``) may count again what the others count.
    """
    groups: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        if row.table_no is not None and not is_share(row):
            groups[row.table_no, row.subject, row.period, row.section].append(row)
    for rows in groups.values():
        wholes = [row for row in rows if is_whole(row)]
        parts = [row for row in rows if not is_whole(row)]
        names = {(row.status, row.status_as_printed) for row in parts}
        if len(wholes) != 1 or len(parts) < 2 or len(names) < len(parts):
            continue
        stated = [row for row in parts if row.status is not None]
        if len(stated) > 1 and sum(row.item_count or 0 for row in stated) == wholes[0].item_count:
            parts = stated
        for remark in _compare(paper, "summary.total", wholes[0], parts, lambda r: r.item_count):
            if isinstance(remark, Held):
                yield remark
                continue
            short = sum(row.item_count or 0 for row in parts) < (wholes[0].item_count or 0)
            severity = at_most(remark.severity, "warning") if short else remark.severity
            yield remark._replace(severity=severity)


def columns(paper: Paper) -> list[list[Summary]]:
    """The counts of each summary table, one list per status column, in reading order."""
    found: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        if row.table_no is not None and not is_share(row):
            word = (row.status_as_printed or "").casefold()
            found[row.table_no, row.subject, row.status, word, row.period].append(row)
    return [sorted(rows, key=lambda row: (row.row_no or 0, row.x0)) for rows in found.values()]


def _check_column(
    paper: Paper, rows: Sequence[Summary], rule_id: str, count: Count
) -> Iterator[Remark | Held]:
    totals = [row for row in rows if row.is_total]
    parts = [row for row in rows if not row.is_total]
    if len(totals) == 1 and len(parts) > 1 and rows[-1] is totals[0]:
        yield from _compare(paper, rule_id, totals[0], parts, count)
    elif totals and parts:
        yield from _check_subtotals(paper, rows, rule_id, count)


def _check_subtotals(
    paper: Paper, rows: Sequence[Summary], rule_id: str, count: Count
) -> Iterator[Remark | Held]:
    """Totals in between: each may sum up its block, all above, the totals above, or all rows."""
    parts = [row for row in rows if not row.is_total]
    above: list[Summary] = []
    block: list[Summary] = []
    totals: list[Summary] = []
    for row in rows:
        if not row.is_total:
            above.append(row)
            block.append(row)
            continue
        readings = [found for found in (block, above, totals, parts) if found]
        said = [each for found in readings for each in _compare(paper, rule_id, row, found, count)]
        wrong = [each for each in said if isinstance(each, Remark)]
        if len(wrong) < len(said):
            yield Held(rule_id)
        elif wrong and len(wrong) == len(readings):
            yield wrong[0]._replace(severity=at_most(wrong[0].severity, "warning"))
        totals.append(row)
        block = []


def _compare(
    paper: Paper, rule_id: str, total: Summary, parts: Sequence[Summary], count: Count
) -> Iterator[Remark | Held]:
    printed = count(total)
    counts = [count(part) for part in parts]
    known = [number for number in counts if number is not None]
    if printed is None or not known:
        return
    if sum(known) == printed:
        yield Held(rule_id)
        return
    blanks = len(counts) - len(known)
    severity: Severity = "error" if read_whole(paper) else "warning"
    aside = ""
    if blanks and sum(known) < printed:
        severity, aside = "warning", f" ({blanks} of the cells hold no count)"
    what = "bracketed counts" if rule_id == "summary.csi" else "counts"
    yield Remark(
        rule_id,
        severity,
        f"{_name(total)}: the total is {printed}, the {len(known)} {what} add up to "
        f"{sum(known)}{aside}",
        (total, *parts),
        printed=total.as_printed or str(printed),
        expected=str(sum(known)),
    )


def _name(row: Summary) -> str:
    word = row.status_as_printed or row.status or row.subject
    return f"{row.section}, {word}" if row.section else word

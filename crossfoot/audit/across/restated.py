"""Figures of one period that papers print differently: restated, changed targets, slips.

What kind of change lies between two publications is told by :mod:`crossfoot.store.revisions`; here
it becomes a finding of the later paper, or of the paper whose value is the slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from crossfoot.audit.across.order import named
from crossfoot.audit.across.reports import edition
from crossfoot.audit.across.standing import Standing
from crossfoot.audit.remark import Held, Remark
from crossfoot.schema.values import Severity
from crossfoot.store.bulk_rows import FigureRow
from crossfoot.store.printing import Printing
from crossfoot.store.revisions import Revision, declared_of, word_of_change
from crossfoot.store.rounding import last_digit
from crossfoot.store.slip_evidence import number

_RESULTS = frozenset({"outturn", "actual"})


def figures_printed_differently(standing: Standing) -> Iterator[Remark | Held]:
    """``figure.restated``, ``figure.slip``, ``target.changed``: see the module.

    An error only for the outturn of a year that was over, from cells of two papers that both
    print their day, beyond rounding and without a word.
    """
    for contested in standing.contested:
        slips: set[str] = set()
        before: set[Decimal | None] = set()
        for change in contested.changes:
            before.add(change.before.value)
            if _is_one_report(change) or change.kind == "rounding":
                continue
            if change.kind == "slip":
                wrong, right = _parted(change)
                if wrong.figure_id not in slips:
                    yield _slip(standing, wrong, right, change.because)
                slips.add(wrong.figure_id)
            elif change.kind == "unknown":
                yield from _unordered(standing, change)
            elif change.after.value in before and not _takes_back(change):
                continue  # back to what was printed before: the one between was told
            elif change.after.measure in _RESULTS:
                yield _restated(standing, change)
            else:
                yield _target(standing, change)


def figures_printed_alike(standing: Standing) -> Iterator[Remark | Held]:
    """What held: figures that a later paper prints as the ones before did."""
    held: dict[tuple[str, str], int] = defaultdict(int)
    for rows in standing.figures_of_series.values():
        printed: dict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
        for row in rows:
            if row.value is not None and row.period is not None:
                printed[row.measure, row.basis, row.period, row.as_of].append(row)
        for key, same in printed.items():
            if len(same) > 1 and all(row.value == same[0].value for row in same):
                rule_id = "target.changed" if key[0] == "target" else "figure.restated"
                for document_id in list(dict.fromkeys(row.document_id for row in same))[1:]:
                    held[rule_id, document_id] += 1
    for (rule_id, document_id), times in held.items():
        if rule_id == "target.changed":
            yield Held("target.changed", times, document_id)
        else:
            yield Held("figure.restated", times, document_id)


def _takes_back(change: Revision) -> bool:
    """Whether a paper said that its figure is another one now, and the later one prints the old."""
    said = declared_of(change.before)
    return change.returns and said is not None and not said.final


def _is_one_report(change: Revision) -> bool:
    """Whether both are of one report: two files of it are compared by themselves."""
    reports = {item.same_report_as or item.document_id for item in (change.before, change.after)}
    return len(reports) == 1


def _parted(change: Revision) -> tuple[Printing, Printing]:
    """Return the slip and what it is a slip of."""
    if change.slip_of == change.before.document_id:
        return change.before, change.after
    return change.after, change.before


def _slip(standing: Standing, wrong: Printing, right: Printing, because: str) -> Remark:
    where = named(edition(right))
    return Remark(
        "figure.slip",
        "warning",
        f"{_name(standing, wrong)}: {wrong.as_printed} looks like a slip, {where} has "
        f"{right.as_printed}",
        (standing.figure(wrong.figure_id), standing.figure(right.figure_id)),
        printed=wrong.as_printed,
        expected=right.as_printed,
        code=wrong.code,
        elsewhere=f"{right.file_name}; {because}",
    )


def _restated(standing: Standing, change: Revision) -> Remark:
    before, after = change.before, change.after
    severity, because = _severity(change)
    return Remark(
        "figure.restated",
        severity,
        f"{_differ(standing, change)}; {because}",
        (standing.figure(after.figure_id), standing.figure(before.figure_id)),
        printed=after.as_printed,
        expected=before.as_printed,
        code=after.code,
        elsewhere=before.file_name,
    )


def _severity(change: Revision) -> tuple[Severity, str]:
    before, after = change.before, change.after
    if change.kind == "provisional_made_final":
        return "note", f"provisional made final, {change.because}"
    if said := word_of_change(before, after):
        return "note", f"the paper says {said.words!r}"
    if after.footnote:
        return "warning", f"marked {after.footnote}"
    if change.returns:
        return "warning", change.because
    if _is_last_digit(before, after):
        return "warning", "one in the last digit, as rounding differently makes"
    dated = before.published_on is not None and after.published_on is not None
    if after.measure == "outturn" and dated and _was_over(before):
        return "error", "the paper does not say why"
    return "warning", "the paper does not say why"


def _target(standing: Standing, change: Revision) -> Remark:
    before, after = change.before, change.after
    said = declared_of(after)
    mild = said or after.footnote or change.kind != "restatement"
    return Remark(
        "target.changed",
        "note" if mild else "warning",
        _differ(standing, change) + (f"; the paper says {said.words!r}" if said else ""),
        (standing.figure(after.figure_id), standing.figure(before.figure_id)),
        printed=after.as_printed,
        expected=before.as_printed,
        code=after.code,
        elsewhere=before.file_name,
    )


def _unordered(standing: Standing, change: Revision) -> Iterator[Remark]:
    """Two papers of which nobody knows which came first print one figure differently."""
    one, other = sorted((change.before, change.after), key=lambda item: item.figure_id)
    if one.document_id == other.document_id or one.basis == "unknown":
        return
    if None not in (one.unit, other.unit) and one.unit != other.unit:
        return
    message = (
        f"{_name(standing, one)}: {one.as_printed}, in another paper {other.as_printed}; nobody "
        "can say which came first"
    )
    rows = standing.figure(one.figure_id), standing.figure(other.figure_id)
    printed = (one.as_printed, other.as_printed, one.code, (), other.file_name)
    if one.measure in _RESULTS:
        yield Remark("figure.restated", "warning", message, rows, *printed)
    else:
        yield Remark("target.changed", "note", message, rows, *printed)


def _differ(standing: Standing, change: Revision) -> str:
    before, after = change.before, change.after
    where = named(edition(before))
    return f"{_name(standing, after)}: {after.as_printed}, in {where} {before.as_printed}"


def _was_over(item: Printing) -> bool:
    """Whether the year was over when its outturn was printed."""
    end: date | None = item.period_end
    if end is None:
        return False
    told = item.reporting_period_end or item.published_on
    return told is not None and end <= told


def _is_last_digit(before: Printing, after: Printing) -> bool:
    step = last_digit(after)
    if step is None or before.decimals != after.decimals or not after.decimals:
        return False
    return abs(number(before) - number(after)) <= step


def _name(standing: Standing, item: Printing) -> str:
    name = item.code or standing.title(item) or "a figure without a code"
    return f"{name}, {item.measure} {item.period}"

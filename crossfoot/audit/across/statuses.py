"""``status.moved``: a period that was over has another status in a later paper."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from crossfoot.audit.across.order import came_before, named
from crossfoot.audit.across.reports import Edition, edition, end_of, in_order_of_reports
from crossfoot.audit.across.standing import Standing
from crossfoot.audit.remark import Held, Remark, held_in
from crossfoot.schema.values import Severity
from crossfoot.store.bulk_rows import StatusRow

_COLOURS = frozenset({"green", "amber", "red"})
_SPELT_OUT = frozenset({"word", "letter"})
_Printed = Mapping[tuple[str, str | None], frozenset[tuple[str, Decimal]]]


class _Said(NamedTuple):
    told: Edition
    row: StatusRow


def statuses_that_move(standing: Standing) -> Iterator[Remark | Held]:
    """``status.moved``: what was green, amber or red for a period is another of these later.

    A period is over where it ended no later than the earlier paper's own. An error only where both
    papers print a day of publication, the status in words, and the same figures beside it.
    """
    moved: list[tuple[_Said, _Said]] = []
    held = Counter[str]()
    for said in _by_period(standing).values():
        for before, after in pairwise(said):
            if before.row.status == after.row.status:
                held[after.row.document_id] += 1
            else:
                moved.append((before, after))
    yield from held_in("status.moved", held)
    values = _values(standing, {each.row.indicator_id for pair in moved for each in pair})
    for before, after in moved:
        yield _moved(standing, before, after, values)


def _by_period(standing: Standing) -> Mapping[tuple[str, str], list[_Said]]:
    """Return what each report prints of a series' past period, in order of the reports."""
    same = standing.same_series
    found: dict[tuple[str, str], dict[Edition, list[StatusRow]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in standing.statuses:
        head = standing.indicators.get(row.indicator_id)
        if head is None or row.period is None or row.status not in _COLOURS or row.is_previous:
            continue
        told = edition(head)
        if _is_over(row.period, told):
            series = same.get(head.series_id, head.series_id)
            found[series, row.period][told].append(row)
    return {key: _in_order(reports) for key, reports in found.items() if len(reports) > 1}


def _in_order(reports: Mapping[Edition, list[StatusRow]]) -> list[_Said]:
    said: list[_Said] = []
    for told in sorted(reports, key=in_order_of_reports):
        rows = reports[told]
        if len({row.status for row in rows}) > 1 or told.period_end is None:
            continue
        if not said or came_before(said[-1].told, told):
            said.append(_Said(told, rows[0]))
    return said


def _is_over(period: str, told: Edition) -> bool:
    end, told_of = end_of(period), told.period_end
    return end is not None and told_of is not None and end <= told_of


def _moved(standing: Standing, before: _Said, after: _Said, values: _Printed) -> Remark:
    head = standing.indicators[after.row.indicator_id]
    printed, was = (row.status_as_printed or row.status or "" for row in (after.row, before.row))
    return Remark(
        "status.moved",
        _severity(before, after, values),
        f"{head.code or head.title or 'an indicator'}: {after.row.period} is {after.row.status}, "
        f"in {named(before.told)} it was {before.row.status}",
        (after.row, before.row),
        printed=printed,
        expected=was,
        code=head.code,
        elsewhere=standing.file_name(before.told),
    )


def _severity(before: _Said, after: _Said, values: _Printed) -> Severity:
    dated = before.told.published_on is not None and after.told.published_on is not None
    spelt = {before.row.status_carrier, after.row.status_carrier} <= _SPELT_OUT
    beside = [values.get((row.indicator_id, row.period)) for row in (before.row, after.row)]
    alike = beside[0] is not None and beside[0] == beside[1]
    return "error" if dated and spelt and alike else "warning"


def _values(standing: Standing, wanted: set[str]) -> _Printed:
    """Return the values printed for an indicator and a period, with their measures."""
    found: dict[tuple[str, str | None], set[tuple[str, Decimal]]] = defaultdict(set)
    for row in standing.figures:
        if row.indicator_id in wanted and row.value is not None and row.source == "cell":
            found[row.indicator_id, row.period].add((row.measure, row.value))
    return {key: frozenset(values) for key, values in found.items()}

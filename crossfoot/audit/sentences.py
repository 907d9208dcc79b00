"""Sentences that count: against themselves, and against the summary table beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from crossfoot.audit.remark import Held, Remark, is_whole, read_whole
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import Severity

# Words by which a sentence counts an item twice: within another count, or by its direction.
_OVERLAP = re.compile(
    r"\b(?:of (?:which|these|those|whom)|including|includes|both|also|further|additional"
    r"|improv\w+|declin\w+|deteriorat\w+|worse\w*|better|increas\w+|decreas\w+|maintain\w+"
    r"|compared|same)\b",
    re.IGNORECASE,
)
# Two parts are often picked from a whole ("of 32, 20 are on target and 3 are behind").
_MINIMUM_FOR_A_WHOLE = 3


def counting_sentences(paper: Paper) -> Iterator[Remark | Held]:
    """``counts.sentence``: "out of N, a are …, b are … and c are …" adds up to N.

    The counts of a sentence share the place of the sentence.
    """
    for rows in _sentences(paper):
        totals = [row for row in rows if is_whole(row) and row.item_count is not None]
        parts = [row for row in rows if not is_whole(row) and row.item_count is not None]
        if len(totals) == 1 and len(parts) > 1:
            yield from _compare(totals[0], parts)


def sentences_against_tables(paper: Paper) -> Iterator[Remark | Held]:
    """``counts.table``: a sentence and a summary table that count the same thing agree.

    Counts, percentages, and the whole that a sentence names against the sum of the table. Never
    more than a warning: the sentence may speak of a part of what the table counts.
    """
    said: dict[_Counted, list[Summary]] = defaultdict(list)
    counted: dict[_Counted, list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        if row.section is None and row.status is not None:
            place = said if row.table_no is None else counted
            place[row.subject, row.status, row.period or paper.document.reporting_period].append(
                row
            )
    for key, sentences in said.items():
        tables = counted.get(key, [])
        for number in (_count, _share):
            one = _only(sentences, number)
            other = _only(tables, number)
            if one is not None and other is not None:
                yield from _against(paper, one, other, number)
    yield from _wholes(paper)


def _count(row: Summary) -> Decimal | None:
    return None if row.item_count is None else Decimal(row.item_count)


def _share(row: Summary) -> Decimal | None:
    return row.percentage


_Counted = tuple[str, str, str | None]
_Number = Callable[[Summary], Decimal | None]


def _only(rows: Sequence[Summary], number: _Number) -> Summary | None:
    """The one row that prints such a number; several that print the same are one."""
    found = [row for row in rows if number(row) is not None]
    return found[0] if len({number(row) for row in found}) == 1 else None


def _against(
    paper: Paper, sentence: Summary, table: Summary, number: _Number
) -> Iterator[Remark | Held]:
    said, counted = number(sentence), number(table)
    if said is None or counted is None:
        return
    places = min(_places(said), _places(counted))
    if said == counted or (number is _share and round(said, places) == round(counted, places)):
        yield Held("counts.table")
    elif read_whole(paper):
        per_cent = "%" if number is _share else ""
        yield Remark(
            "counts.table",
            "warning",
            f"a sentence counts {said}{per_cent} {sentence.subject} as {sentence.status}, the "
            f"table on page {table.page} counts {counted}{per_cent}",
            (sentence, table),
            printed=sentence.as_printed,
            expected=f"{counted}{per_cent}",
        )


def _wholes(paper: Paper) -> Iterator[Remark | Held]:
    """The whole that sentences name against the sum of the one table of its period."""
    said: dict[tuple[str, str | None], list[Summary]] = defaultdict(list)
    tables: dict[tuple[str, str | None], dict[int, list[Summary]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in paper.summaries:
        if row.section is not None or row.item_count is None:
            continue
        key: tuple[str, str | None] = row.subject, row.period or paper.document.reporting_period
        if row.table_no is not None:
            if not is_whole(row):
                tables[key][row.table_no].append(row)
        elif is_whole(row):
            said[key].append(row)
    for place, sentences in said.items():
        sentence, counts = _only(sentences, _count), list(tables[place].values())
        if sentence is None or len(counts) != 1 or len(counts[0]) < _MINIMUM_FOR_A_WHOLE:
            continue
        total = sum(row.item_count or 0 for row in counts[0])
        if total == sentence.item_count:
            yield Held("counts.table")
        elif read_whole(paper):
            yield Remark(
                "counts.table",
                "note",
                f"a sentence speaks of {sentence.item_count} {sentence.subject}, the counts of the "
                f"table on page {counts[0][0].page} add up to {total}",
                (sentence, *counts[0]),
                printed=sentence.as_printed,
                expected=str(total),
            )


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _sentences(paper: Paper) -> list[list[Summary]]:
    found: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        if row.table_no is None:
            found[row.page, row.box, row.subject, row.period].append(row)
    return list(found.values())


def _compare(total: Summary, parts: Sequence[Summary]) -> Iterator[Remark | Held]:
    counts = [part.item_count for part in parts if part.item_count is not None]
    if total.item_count is None:
        return
    if sum(counts) == total.item_count:
        yield Held("counts.sentence")
        return
    overlaps = any(_OVERLAP.search(row.as_printed or "") for row in (total, *parts))
    severity: Severity
    if sum(counts) > total.item_count:
        severity = "error" if len(parts) >= _MINIMUM_FOR_A_WHOLE and not overlaps else "warning"
    else:
        severity = "warning" if len(parts) >= _MINIMUM_FOR_A_WHOLE and not overlaps else "note"
    yield Remark(
        "counts.sentence",
        severity,
        f"the sentence counts {total.item_count} {total.subject}, its parts "
        f"({' + '.join(map(str, counts))}) add up to {sum(counts)}",
        (total, *parts),
        printed=total.as_printed,
        expected=str(sum(counts)),
    )

"""Sentences that count: against themselves, and against the summary table beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

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

    Never more than a warning: the sentence may speak of a part of what the table counts.
    """
    said: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    counted: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        if row.section is None and row.status is not None and row.item_count is not None:
            period = row.period or paper.document.reporting_period
            place = said if row.table_no is None else counted
            place[row.subject, row.status, period].append(row)
    for key, sentences in said.items():
        tables = counted.get(key, [])
        if len(sentences) != 1 or len(tables) != 1:
            continue
        sentence, table = sentences[0], tables[0]
        if sentence.item_count == table.item_count:
            yield Held("counts.table")
        elif read_whole(paper):
            yield Remark(
                "counts.table",
                "warning",
                f"a sentence counts {sentence.item_count} {sentence.subject} as {sentence.status}, "
                f"the table on page {table.page} counts {table.item_count}",
                (sentence, table),
                printed=sentence.as_printed,
                expected=str(table.item_count),
            )


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

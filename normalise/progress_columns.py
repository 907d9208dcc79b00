"""What stands under ``Progress``: a share in percent, a status, a remark, or a result.

``Progress 2008-09`` beside a target says how an indicator stood in that year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from crossfoot.normalise.column_contents import statuses_among
from crossfoot.normalise.columns import Column
from crossfoot.normalise.figures import parse_figure

#: A number or a share: ``80``, ``80%``, ``80 %``.
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s*%?")
_DAYS = frozenset({"due", "revised_due"})
_LETTER = re.compile(r"[A-Za-z]")


def settle_progress(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns, those of progress by words being statuses or remarks.

    *texts* is what is printed under each. Figures under a heading that names a period are results
    where the table has targets, and no day by which anything is due. Statuses are the rows'
    own where no column is headed so; beside one, and with words that are no statuses, the column
    is a remark as any other.
    """
    told = [
        column.taken_as("result")._replace(by_content=True)
        if _is_result(column, columns) and _are_figures(texts[index])
        else column
        for index, column in enumerate(columns)
    ]
    has_status = any(column.family == "status" for column in columns)
    for index, column in enumerate(told):
        if column.family != "progress" or not texts[index] or _has_shares(texts[index]):
            continue
        if statuses_among(texts[index]) < 1.0:
            told[index] = column.taken_as("note")
        elif not has_status:
            told[index] = column.taken_as("status")._replace(by_content=True)
    return told


def _is_result(column: Column, columns: Sequence[Column]) -> bool:
    families = {each.family for each in columns}
    is_dated = column.family == "progress" and column.has_time
    return is_dated and "target" in families and not families & _DAYS


def _are_figures(texts: Sequence[str]) -> bool:
    """Whether figures stand here, and no words but those that are printed where there is none."""
    states = [parse_figure(text).state for text in texts]
    worded = any(map(_LETTER.search, compress(texts, [state == "other" for state in states])))
    return "value" in states and not worded


def _has_shares(texts: Sequence[str]) -> bool:
    """Whether the texts are shares, or print no words that a remark could be."""
    return any(map(_SHARE.fullmatch, texts)) or not any(map(_LETTER.search, texts))

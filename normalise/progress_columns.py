"""What stands under ``Progress``: a share in percent, a status, or a remark of any length."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.column_contents import statuses_among
from crossfoot.normalise.columns import Column

#: A number or a share: ``80``, ``80%``, ``80 %``.
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s*%?")
_LETTER = re.compile(r"[A-Za-z]")


def settle_progress(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns, those of progress by words being statuses or remarks.

    *texts* is what is printed under each. Statuses are the rows' own where no column is headed so;
    beside one, and with words that are no statuses, the column is a remark as any other.
    """
    told = list(columns)
    has_status = any(column.family == "status" for column in columns)
    for index, column in enumerate(told):
        if column.family != "progress" or not texts[index] or _has_shares(texts[index]):
            continue
        if statuses_among(texts[index]) < 1.0:
            told[index] = column.taken_as("note")
        elif not has_status:
            told[index] = column.taken_as("status")._replace(by_content=True)
    return told


def _has_shares(texts: Sequence[str]) -> bool:
    """Whether the texts are shares, or print no words that a remark could be."""
    return any(map(_SHARE.fullmatch, texts)) or not any(map(_LETTER.search, texts))

"""Lists of payments and registers of contracts: whom they name is not whose paper it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Headings of a list of payments, alone in a cell or on one line with others of them.
_BESIDE_HEADING = r"(?:amount|date|number|type|area|entity|department|description|net|vat|ref)"
_PAYMENTS = {
    "payee": re.compile(
        r"^\W*(?:supplier|payee|vendor|creditor|beneficiary|merchant)(?: name)?\W*$"
        rf"|\b{_BESIDE_HEADING}\s+(?:supplier|payee|vendor|creditor|beneficiary|merchant)\b"
        rf"|\b(?:supplier|payee|vendor|creditor|beneficiary|merchant)(?: name)?\s+"
        rf"(?:transaction|invoice|payment|{_BESIDE_HEADING})\b",
        re.IGNORECASE,
    ),
    "payment": re.compile(
        r"^\W*(?:(?:transaction|invoice|payment|voucher|cheque|ap|net|gross|paid)\s+"
        r"(?:no|number|ref(?:erence)?|amount|date|value)|amount(?: paid)?|expense (?:type|area))\W*"
        r"(?:\(?\u00a3\)?)?\W*$"
        r"|\b(?:transaction|invoice|voucher)\s+(?:no|number|ref)\b.*\bamount\b"
        r"|\bexpense (?:type|area)\s+(?:expense|supplier|payee|vendor)\b",
        re.IGNORECASE,
    ),
}


#: One of these stands in each heading of payees; few papers have any.
_PAYEES = ("supplier", "payee", "vendor", "creditor", "beneficiary", "merchant")


def lists_payments(texts: Sequence[str]) -> bool:
    """Whether headings among the texts are those of a list of payments.

    Whom it pays it names far oftener than whose it is.
    """
    if not any(map("\n".join(texts).casefold().__contains__, _PAYEES)):
        return False
    return all(any(map(heading.search, texts)) for heading in _PAYMENTS.values())


def payees_from(lines: Sequence[str]) -> int:
    """The index of the first line that heads a column of payees; what is above it is a letterhead.

    Where no line does, the headings stand in cells, and no line names a payee.
    """
    heads = (index for index, line in enumerate(lines) if _PAYMENTS["payee"].search(line))
    return next(heads, len(lines))

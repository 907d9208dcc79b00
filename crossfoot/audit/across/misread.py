"""``code.misread``: a code that no other paper prints and that may be another one misread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from crossfoot.audit.across.order import named
from crossfoot.audit.across.reports import edition, place_in_order
from crossfoot.audit.across.standing import Standing, folded
from crossfoot.audit.remark import Held, Remark
from crossfoot.store.bulk_rows import ActionRow, IndicatorRow

Row = ActionRow | IndicatorRow
_AsCoded = Mapping[tuple[str, str], Sequence[Row]]
#: Signs that a scan, and whoever types from one, takes for each other.
_CONFUSED = str.maketrans("oiljzsbgq", "011125869")
#: Likeness (0 to 100) of the titles: those of one indicator, reworded between quarters or cut
#: short, stay above it.
_TITLES = 85


def codes_misread(standing: Standing) -> Iterator[Remark | Held]:
    """``code.misread``: it differs from a code of other papers only in signs that look alike.

    The title must be that code's too, no other paper may print the odd one, and its own paper not
    the other: BV78a and BV78b are two codes, and so are FPLocal_01 and FPLocal_O1 where one paper
    prints both.
    """
    decided = {frozenset((link.series_a, link.series_b)) for link in standing.links}
    kinds: tuple[_AsCoded, ...] = (standing.indicators_as_coded, standing.actions_as_coded)
    for kind in kinds:
        for codes in _alike(kind).values():
            for odd, rows in codes.items():
                for other, known in codes.items():
                    pair = frozenset(filter(None, map(_series, (rows[0], known[0]))))
                    if odd != other and _is_misread(rows, known) and pair not in decided:
                        yield _remark(standing, rows[0], known[-1])


def _remark(standing: Standing, row: Row, known: Row) -> Remark:
    return Remark(
        "code.misread",
        "warning",
        f"no other paper prints {row.code}; it may be {known.code}, which has this title in "
        f"{named(edition(known))}",
        (row, known),
        printed=row.code_as_printed or row.code,
        expected=known.code,
        code=row.code,
        roles=("code", "title"),
        elsewhere=standing.file_name(known),
    )


def _alike(rows: _AsCoded) -> Mapping[tuple[str, str], Mapping[str, Sequence[Row]]]:
    """Return rows by council and what misreading leaves of a code, then by code; two or more."""
    found: dict[tuple[str, str], dict[str, Sequence[Row]]] = defaultdict(dict)
    for (council, code), printed in rows.items():
        codes, key = found[council.casefold(), _blurred(code)], folded(code)
        before = codes.get(key)
        codes[key] = printed if before is None else sorted([*before, *printed], key=place_in_order)
    return {key: codes for key, codes in found.items() if len(codes) > 1}


@lru_cache(maxsize=4096)
def _blurred(code: str) -> str:
    """What is left of a code where signs that look alike are one, and marks between are none."""
    return "".join(filter(str.isalnum, code.casefold())).translate(_CONFUSED)


def _is_misread(rows: Sequence[Row], known: Sequence[Row]) -> bool:
    papers = {row.document_id for row in rows}
    others = {row.document_id for row in known}
    if len(papers) > 1 or papers & others or len(others) < len(papers):
        return False
    if len(others) == 1 and place_in_order(known[0]) > place_in_order(rows[0]):
        return False  # of two that stand in one paper each, the later is the odd one
    return any(_same_title(rows[0], each) for each in known)


def _same_title(row: Row, other: Row) -> bool:
    if row.title is None or other.title is None:
        return False
    return fuzz.token_set_ratio(row.title.casefold(), other.title.casefold()) >= _TITLES


def _series(row: Row) -> str | None:
    return row.series_id if isinstance(row, IndicatorRow) else None

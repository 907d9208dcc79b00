"""``code.meaning``: one code of one council that stands for two things.

Small rewordings, abbreviations and longer titles are the same thing. Plan references (``1.1.2``)
begin anew with every plan and are left out; two titles in one paper are that paper's own fault
(``code.twice``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crossfoot.audit.across.order import named
from crossfoot.audit.across.reports import edition, place_in_order
from crossfoot.audit.across.standing import Standing, by_code
from crossfoot.audit.across.titles import another_thing, title_key
from crossfoot.audit.remark import Held, Remark
from crossfoot.normalise.codes import parse_reference
from crossfoot.store.bulk_rows import ActionRow, IndicatorRow, SeriesReading

Row = ActionRow | IndicatorRow
_Key = tuple[str, str]
_ByCode = Mapping[_Key, Sequence[Row]]
_PERCENT, _MONEY, _COUNT = "a percentage", "money", "a number"


def codes_with_two_titles(standing: Standing) -> Iterator[Remark | Held]:
    """``code.meaning``: a title that has nothing to do with the one before, or is another code's.

    Rows of each code are looked at in order of their papers; each new title is compared with all
    that were printed before. An undated paper stands first.
    """
    joined = _joined(standing)
    actions = {
        key: rows for key, rows in standing.actions_as_coded.items() if not parse_reference(key[1])
    }
    coded: tuple[_ByCode, ...] = (by_code(standing.indicators_as_coded), by_code(actions))
    for rows in coded:
        owners = _owners(rows)
        for key, printed in rows.items():
            yield from _read(standing, key, printed, (owners, joined))


def codes_with_two_units(standing: Standing) -> Iterator[Remark | Held]:
    """``code.meaning``: a code's figures are percentages in one paper and counts in the next."""
    heads: dict[tuple[str, str], IndicatorRow] = {}
    for row in standing.indicators.values():
        key = row.document_id, row.series_id
        if key not in heads or row.indicator_id < heads[key].indicator_id:
            heads[key] = row
    said: dict[str, list[tuple[SeriesReading, IndicatorRow]]] = defaultdict(list)
    for reading in standing.readings:
        head = heads.get((reading.document_id, reading.series_id))
        if reading.code and head is not None:
            said[reading.series_id].append((reading, head))
    for readings in said.values():
        if len({(_kind(one.unit), one.polarity) for one, _ in readings}) == 1:
            continue
        readings.sort(key=lambda pair: place_in_order(pair[1]))
        for what, values in (
            ("printed as", [(_kind(one.unit), head) for one, head in readings]),
            ("good when", [(one.polarity, head) for one, head in readings]),
        ):
            known = [(value, head) for value, head in values if value is not None]
            for (before, earlier), (after, head) in pairwise(known):
                if before != after:
                    yield _changed(standing, (head, earlier), what, (after, before))


def _changed(
    standing: Standing, rows: tuple[IndicatorRow, IndicatorRow], what: str, said: tuple[str, str]
) -> Remark:
    head, earlier = rows
    return Remark(
        "code.meaning",
        "warning" if what == "printed as" else "note",
        f"{head.code}: {what} {said[0]}, in {named(edition(earlier))} {what} {said[1]}",
        rows,
        printed=said[0],
        expected=said[1],
        code=head.code,
        elsewhere=standing.file_name(earlier),
    )


def _kind(unit: str | None) -> str | None:
    if unit is None:
        return None
    if unit.strip() == "%":
        return _PERCENT
    return _MONEY if unit.strip()[:1] in "£€$" else _COUNT


def _read(
    standing: Standing,
    key: _Key,
    printed: Sequence[Row],
    beside: tuple[Mapping[_Key, Mapping[str, Row]], frozenset[frozenset[str]]],
) -> Iterator[Remark | Held]:
    """Read the titles of one code in order of their papers."""
    owners, joined = beside
    known: dict[str, Row] = {}
    held: dict[str, int] = defaultdict(int)
    for row in printed:
        if row.title is None:
            continue
        name = title_key(row.title)
        if name in known or not known:
            held[row.document_id] += bool(known)
            known.setdefault(name, row)
            continue
        before = list(known.values())
        earlier = before[-1]
        owner = _owner(key, name, row, owners)
        if edition(row) == edition(earlier):
            pass  # two titles in one paper are that paper's own fault (code.twice)
        elif all(another_thing(row.title, each.title) for each in before):
            yield _two_titles(standing, row, earlier, None)
        elif owner is not None and not _is_decided(earlier, owner, joined):
            yield _two_titles(standing, row, earlier, owner)
        else:
            held[row.document_id] += 1
        known[name] = row
    for document_id, times in held.items():
        if times:
            yield Held("code.meaning", times, document_id)


def _two_titles(standing: Standing, row: Row, earlier: Row, owner: Row | None) -> Remark:
    where = f"in {named(edition(earlier))}"
    if owner is None:
        message = f"{row.code} is {row.title!r} here and {earlier.title!r} {where}"
    else:
        message = (
            f"{row.code} is {row.title!r} here, the title of {owner.code} in "
            f"{named(edition(owner))}, and {earlier.title!r} {where}"
        )
    others = (earlier,) if owner is None else (earlier, owner)
    return Remark(
        "code.meaning",
        "warning",
        message,
        (row, *others),
        printed=row.title,
        expected=earlier.title,
        code=row.code,
        roles=("title", "code"),
        elsewhere=", ".join(dict.fromkeys(standing.file_name(each) for each in others)),
    )


def _owners(rows: _ByCode) -> Mapping[_Key, Mapping[str, Row]]:
    """Return by council and title the codes that print it, each with its first row."""
    found: dict[_Key, dict[str, Row]] = defaultdict(dict)
    for (council, code), printed in rows.items():
        for row in printed:
            if row.title is not None:
                found[council, title_key(row.title)].setdefault(code, row)
    return found


def _owner(key: _Key, name: str, row: Row, owners: Mapping[_Key, Mapping[str, Row]]) -> Row | None:
    """Return the row of the one other code whose title this is, in a paper before this one."""
    council, code = key
    others = [each for other, each in owners[council, name].items() if other != code]
    if len(others) != 1 or edition(others[0]) == edition(row):
        return None
    return others[0] if place_in_order(others[0]) < place_in_order(row) else None


def _joined(standing: Standing) -> frozenset[frozenset[str]]:
    """Pairs of series that a person decided on."""
    return frozenset(frozenset((link.series_a, link.series_b)) for link in standing.links)


def _is_decided(row: Row, owner: Row, joined: frozenset[frozenset[str]]) -> bool:
    if isinstance(row, IndicatorRow) and isinstance(owner, IndicatorRow):
        return frozenset((row.series_id, owner.series_id)) in joined
    return False

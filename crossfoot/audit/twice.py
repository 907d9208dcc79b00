"""One code on several rows of a paper: the same thing said again, or two things under one name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from crossfoot.audit.remark import Held, Remark
from crossfoot.schema.packed_rows import looked_at
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Figure, Indicator

# token_set_ratio of two titles: rewordings and abbreviations of one title lie above 60 ("HB
# overpayments recovered as % of debt" and its long form: 83), two different tasks below 45.
_ANOTHER_TITLE = 50
_ENOUGH_ALIKE = 2
# A plan's own reference ("1.1.2") is a place in one plan, not a name in the paper.
_REFERENCE = re.compile(r"[\d.\s]+")


def codes_twice(paper: Paper) -> Iterator[Remark | Held]:
    """``code.twice``: rows with one code have one title, and one figure for one period.

    An error only where two tables print the same indicator with the same figures but for one:
    within a table rows may be parts of it, a table may be of another place, and two titles may be
    one thing or a misread code.
    """
    times = Counter(row.code.casefold() for row in paper.indicators if row.code is not None)
    indicators: dict[str, list[Indicator]] = defaultdict(list)
    for row in paper.indicators if len(times) < times.total() else ():
        if row.code is not None and times[code := row.code.casefold()] > 1:
            indicators[code].append(row)
    several = list(indicators.values())
    if several:
        wanted = {row.indicator_id for rows in several for row in rows}
        figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in looked_at(paper.figures):
            # Others say nothing that could be the same.
            is_said = figure.value is not None and figure.period is not None
            if is_said and figure.indicator_id in wanted:
                figures[figure.indicator_id].append(figure)
        for same in several:
            yield from _indicators(same, figures)
    actions: dict[str, list[Action]] = defaultdict(list)
    for action in paper.actions:
        if action.code is not None and not _REFERENCE.fullmatch(action.code):
            actions[action.code.casefold()].append(action)
    for again in actions.values():
        if len(again) > 1:
            yield from _actions(again)


def _indicators(
    rows: Sequence[Indicator], figures: dict[str, list[Figure]]
) -> Iterator[Remark | Held]:
    first = rows[0]
    for other in rows[1:]:
        pairs = list(_pairs(figures[first.indicator_id], figures[other.indicator_id]))
        apart = [pair for pair in pairs if not _agree(*pair)]
        # Two measures may both stand at 100%, or both at 0.
        enough = _ENOUGH_ALIKE if _other_title(first.title, other.title) else 1
        if len(pairs) >= enough and not apart:
            yield Held("code.twice", len(pairs))
        elif _other_title(first.title, other.title):
            yield _titles(first, other)
        elif apart:
            one, two = apart[-1]
            apart_by_place = first.table_no != other.table_no and len(rows) == 2
            same = apart_by_place and first.title == other.title and first.section == other.section
            # Where nothing else agrees, the other table may be of another place.
            same = same and len(apart) < len(pairs)
            known = one.basis == two.basis != "unknown" and not (one.footnote or two.footnote)
            yield Remark(
                "code.twice",
                "error" if same and known else "warning",
                f"{first.code}: {one.as_printed} and {two.as_printed} are printed for "
                f"{one.period} ({one.measure})",
                (two, one),
                printed=two.as_printed,
                expected=one.as_printed,
                code=first.code,
            )


def _pairs(ones: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Values of two rows that should be the same: of one measure, period and basis."""
    values: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for each in ones:
        values[_speaks_of(each)].append(each)
    for other in others:
        printed = values.get(_speaks_of(other), [])
        if printed:
            # A row may print a figure twice, as it was and restated.
            yield next((one for one in printed if _agree(one, other)), printed[-1]), other


def _speaks_of(figure: Figure) -> tuple[object, ...]:
    return (figure.measure, figure.period, figure.basis, figure.as_of, figure.unit, figure.source)


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two values are the same as far as the coarser of them is printed."""
    if one.value is None or other.value is None:
        return False
    places = min(one.decimals or 0, other.decimals or 0)
    return one.value == other.value or round(one.value, places) == round(other.value, places)


def _actions(rows: Sequence[Action]) -> Iterator[Remark | Held]:
    first = rows[0]
    for other in rows[1:]:
        if _other_title(first.title, other.title):
            yield _titles(first, other)
            continue
        apart = [
            name
            for name in ("status", "progress", "due", "revised_due")
            if (one := getattr(first, name)) is not None
            and (two := getattr(other, name)) is not None
            and one != two
        ]
        if not apart:
            yield Held("code.twice")
            continue
        yield Remark(
            "code.twice",
            "warning",
            f"{first.code}: {apart[0].replace('_', ' ')} is {getattr(first, apart[0])} in one row "
            f"and {getattr(other, apart[0])} in another",
            (other, first),
            printed=str(getattr(other, apart[0])),
            expected=str(getattr(first, apart[0])),
            code=first.code,
            roles=(apart[0],),
        )


def _other_title(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return fuzz.token_set_ratio(one.casefold(), other.casefold()) < _ANOTHER_TITLE


def _titles(first: Indicator | Action, other: Indicator | Action) -> Remark:
    return Remark(
        "code.twice",
        "warning",
        f"{first.code} stands for {first.title!r} and for {other.title!r}",
        (other, first),
        printed=other.title,
        expected=first.title,
        code=first.code,
        roles=("code", "title"),
    )

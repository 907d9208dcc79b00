"""Proposals of links between two series of one council, for a person to decide on.

Pure functions: facts in, proposals out, in the same order for the same facts. Only pairs of which
one title has all the words of the other, that print the same figures, or whose codes a scanner may
have confused are looked at, so that thousands of series take seconds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from crossfoot.normalise.codes import code_key
from crossfoot.normalise.lineage_codes import misreading, relation_of
from crossfoot.normalise.lineage_evidence import (
    LEAST_LIKENESS,
    Evidence,
    Overlap,
    overlap_of,
    tells,
    unit_of,
)
from crossfoot.normalise.lineage_titles import TitleMatch, match_titles, stems
from crossfoot.normalise.wording import Wording, wording
from crossfoot.schema.lineage import Proposal, Relation, SeriesFacts
from crossfoot.schema.values import LinkKind

#: Proposals below it are not worth a person's time: titles two thirds alike and nothing else.
LEAST_SCORE = 0.5
#: What a national catalogue says needs no likeness; figures and years are not asked.
CATALOGUE_SCORE = 0.95

#: Titles of one series beyond these are older ones.
_TITLES = 4
_LEAST_FIGURES = 2
#: A figure that more series print than this says nothing.
_COMMON = 12

_Pair = tuple[int, int]


class _Known(NamedTuple):
    facts: SeriesFacts
    wordings: tuple[Wording, ...]


def propose(
    facts: Iterable[SeriesFacts],
    relations: Iterable[Relation] = (),
    *,
    least: float = LEAST_SCORE,
) -> list[Proposal]:
    """Return the proposals with a score of *least* or more, highest first.

    Series of different councils, and those of unknown ones, are never compared. *relations* are
    what a catalogue of national codes says.
    """
    councils: dict[str, list[SeriesFacts]] = defaultdict(list)
    for each in sorted(facts, key=lambda each: each.series_id):
        if each.council is not None:
            councils[each.council].append(each)
    catalogue = list(relations)
    found = [
        proposal
        for council in councils.values()
        for proposal in _of_council(council, catalogue)
        if proposal.score >= least
    ]
    return sorted(found, key=lambda each: (-each.score, each.a, each.b))


def _of_council(facts: list[SeriesFacts], relations: list[Relation]) -> list[Proposal]:
    stated = _stated(facts, relations)
    known = [
        _Known(each, tuple(dict.fromkeys(wording(title) for title in each.titles))[:_TITLES])
        for each in facts
    ]
    found = [
        proposal
        for one, other in sorted(_candidates(known))
        if (proposal := _proposal(known[one], known[other])) is not None
    ]
    pairs = {frozenset((each.a, each.b)) for each in stated}
    return stated + _without_steps(
        [each for each in found if frozenset((each.a, each.b)) not in pairs]
    )


def _stated(facts: list[SeriesFacts], relations: list[Relation]) -> list[Proposal]:
    """What the catalogue says of codes that the council prints."""
    by_code = {code_key(each.code): each.series_id for each in facts if each.code}
    return [
        Proposal(
            by_code[code_key(each.a)],
            each.kind,
            by_code[code_key(each.b)],
            CATALOGUE_SCORE,
            (f"the catalogue of national indicators says so ({each.source})",),
        )
        for each in relations
        if code_key(each.a) in by_code and code_key(each.b) in by_code
    ]


def _proposal(one: _Known, other: _Known) -> Proposal | None:
    codes = relation_of(one.facts.code, other.facts.code)
    if codes in ("set", "parts"):
        return None
    match = _best_match(one.wordings, other.wordings)
    if match is None or match.verdict == "apart":
        return None
    overlap = overlap_of(one.facts, other.facts)
    if not _may_be_one(one.facts, other.facts, match, overlap):
        return None
    earlier, later = sorted((one.facts, other.facts), key=_time)
    evidence = Evidence(earlier, later, match, codes == "misread")
    score, reasons = evidence.weighed
    if codes == "misread" or not (earlier.code and later.code):
        kind: LinkKind = "same"
    else:
        kind = "successor" if earlier.last != later.last else "same"
    return Proposal(later.series_id, kind, earlier.series_id, score, reasons)


def _may_be_one(a: SeriesFacts, b: SeriesFacts, match: TitleMatch, overlap: Overlap) -> bool:
    """Whether nothing forbids it: figures that differ, rows of one paper, other words.

    A title that says more needs one equal figure that tells, one that says otherwise two, one that
    is unlike three. One that says per cent where the other does not says more, unless both are in
    per cent.
    """
    if overlap.differing and not overlap.agrees:
        return False
    if a.papers & b.papers and not overlap.telling:
        return False
    if match.likeness < LEAST_LIKENESS:
        needed = 3
    elif match.verdict == "exchanged":
        needed = 2
    elif match.verdict == "longer" or _is_another_share(a, b, match):
        needed = 1
    else:
        needed = 0
    return len(overlap.telling) >= needed


def _is_another_share(a: SeriesFacts, b: SeriesFacts, match: TitleMatch) -> bool:
    said = "%" in match.only_a or "%" in match.only_b
    return said and not unit_of(a) == unit_of(b) == "%"


def _best_match(a: Sequence[Wording], b: Sequence[Wording]) -> TitleMatch | None:
    """Compare the latest titles; earlier ones where one is more like a title of the other.

    Titles that are apart are so whatever else was printed before.
    """
    if not a or not b:
        return None
    latest = match_titles(a[0], b[0])
    if latest.verdict in ("same", "apart"):
        return latest
    return max(
        (match_titles(one, other) for one in a for other in b),
        key=lambda each: (each.verdict != "apart", each.likeness),
    )


def _time(facts: SeriesFacts) -> tuple[str, str, str]:
    return (str(facts.last or ""), str(facts.first or ""), facts.series_id)


def _without_steps(found: list[Proposal]) -> list[Proposal]:
    """Leave out a successor that is reached over another one, each step as likely."""
    scores = {(each.a, each.b): each.score for each in found if each.kind == "successor"}
    after: dict[str, list[str]] = defaultdict(list)
    for later, earlier in scores:
        after[earlier].append(later)
    return [
        each
        for each in found
        if each.kind != "successor"
        or not any(
            scores[step, each.b] >= each.score and scores.get((each.a, step), 0) >= each.score
            for step in after[each.b]
            if step != each.a
        )
    ]


def _candidates(known: Sequence[_Known]) -> set[_Pair]:
    return {*_by_title(known), *_by_figures(known), *_by_code(known)}


def _by_title(known: Sequence[_Known]) -> Iterator[_Pair]:
    """Yield pairs of which one has a title with all the words that matter of one of the other's.

    It then holds the rarest of them too: so only those with it are looked at, and no title meets
    the many that share ``council`` with it.
    """
    titles = [(at, stems(text)) for at, each in enumerate(known) for text in each.wordings]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (_, found) in enumerate(titles):
        for stem in found:
            holders[stem].append(number)
    for at, found in titles:
        rarest = min((holders[stem] for stem in found), key=len)
        for other in rarest:
            place, theirs = titles[other]
            if place != at and found <= theirs:
                yield min(at, place), max(at, place)


def _by_figures(known: Sequence[_Known]) -> Iterator[_Pair]:
    """Yield pairs that print the same telling figures of two spans or more."""
    printed: Mapping[object, list[int]] = defaultdict(list)
    for at, each in enumerate(known):
        for span, results in each.facts.results.items():
            for result in results:
                if tells(result):
                    printed[span, result.value].append(at)
    shared = Counter(
        pair
        for holders in printed.values()
        if len(holders) <= _COMMON
        for pair in combinations(sorted(set(holders)), 2)
    )
    yield from (pair for pair, number in shared.items() if number >= _LEAST_FIGURES)


def _by_code(known: Sequence[_Known]) -> Iterator[_Pair]:
    read: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(known):
        if each.facts.code:
            read[misreading(each.facts.code)].append(at)
    for holders in read.values():
        yield from combinations(holders, 2)

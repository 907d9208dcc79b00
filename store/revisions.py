"""What changed between successive publications of one figure, and of what kind each change is.

In this order; the first that holds names the change:

1. ``unknown``: nobody can say which came first (no days, or one day), the two are not in one unit,
   or it is a target or comparator of which nobody says what it counts.
2. ``rounding``: one is the other rounded, half a unit of its last printed digit either way.
3. ``slip``: the two look like a slip of the pen (:mod:`crossfoot.store.slips`, or a value of the
   line above, below or beside), and the next paper that prints another value returns to the old,
   unless it was said to be restated.
4. ``provisional_made_final``: the earlier is marked as not final and the later is not, or the
   later paper says that its figure is final now; ``restatement`` where it says that it is revised.
5. ``slip``, where nobody returned: they look like one, and of the two values just one disagrees
   with the status that its own paper prints beside it, or with the years around it, and the other
   does not.
6. ``restatement``: another value, for no reason that the papers show.

A figure that a later paper prints as not final replaces none that was printed without such a mark
(:mod:`crossfoot.store.succession`): it is told apart, and the papers after it are compared with the
one that stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from crossfoot.store.declared import Declared, declared
from crossfoot.store.marks import provisional_mark
from crossfoot.store.order import Chain, chain
from crossfoot.store.printing import Printing
from crossfoot.store.rounding import rounds_to
from crossfoot.store.slip_evidence import NOTHING, Beside, by_evidence, shape_of, shape_returned
from crossfoot.store.succession import is_tentative, standing_rank, superseded

Kind = Literal["rounding", "restatement", "provisional_made_final", "slip", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A change between two successive publications of one figure, with both cells.

    ``because`` says in words why it is of its kind. ``slip_of`` is the document whose value is the
    slip. ``returns`` says that ``after`` prints again what was printed before ``before``, and
    ``replaces`` is false where ``after`` is marked as not final and ``before`` stands. Where
    ``kind`` is ``unknown``, the two are in no order of time.
    """

    before: Printing
    after: Printing
    kind: Kind
    because: str
    slip_of: str | None = None
    returns: bool = False
    replaces: bool = True


_RESTATED_RANK = 2
_UNEXPLAINED = "nothing explains it"


def revisions(group: Sequence[Printing], beside: Beside = NOTHING) -> tuple[Revision, ...]:
    """Return the changes among the printings of one figure, in order of time, then the unordered.

    *group*: one measure, basis and period; what repeats a report is left out before. Only values
    that cells print count: a note mentions, a dash says nothing.
    """
    values = [item for item in group if item.value is not None and item.source == "cell"]
    ordered, late = _without_late(_within_rows(chain(values)))
    said = _between(ordered, beside)
    return (*said, *late, *_unordered(ordered))


def _without_late(ordered: Chain) -> tuple[Chain, list[Revision]]:
    """Part what a later paper prints as not final from the figures that stand on after it."""
    days: list[tuple[Printing, ...]] = []
    late: list[Revision] = []
    stands: Printing | None = None
    for day in ordered.days:
        kept = []
        for item in day:
            if stands is None or not is_tentative(item.footnote):
                kept.append(item)
            elif not _agree(stands, item):
                late.append(_late(stands, item))
        if kept:
            days.append(tuple(kept))
            firm = [item for item in kept if not is_tentative(item.footnote)]
            stands = firm[-1] if firm else stands
    return Chain(tuple(days), ordered.loose), late


def _late(stands: Printing, item: Printing) -> Revision:
    because = f"the later one is {provisional_mark(item)}, and replaces none that is not"
    kind: Kind = "unknown" if _not_comparable(stands, item) else "restatement"
    return Revision(before=stands, after=item, kind=kind, because=because, replaces=False)


def _within_rows(ordered: Chain) -> Chain:
    """Put what a row prints as another figure now before what its paper lets stand."""
    days = []
    for day in ordered.days:
        gone = superseded(day)
        days += [
            part
            for past in (True, False)
            if (part := tuple(item for item in day if (item.figure_id in gone) is past))
        ]
    lost = superseded(ordered.loose)
    loose = tuple(item for item in ordered.loose if item.figure_id not in lost)
    alone = not days and len(loose) == 1
    if not lost or not alone:
        return Chain(tuple(days), loose)
    return Chain((tuple(item for item in ordered.loose if item.figure_id in lost), loose))


def _between(ordered: Chain, beside: Beside) -> list[Revision]:
    steps = _without_same(ordered)
    found = []
    for place, (before, after) in enumerate(pairwise(steps)):
        earlier = steps[place - 1] if place else None
        later = steps[place + 2] if place + 2 < len(steps) else None
        change = _classed(before, after, (earlier, later), beside)
        found.append(_with_return(change, steps[:place]))
    return found


def _with_return(change: Revision, earlier: Sequence[Printing]) -> Revision:
    """Say of a restatement that it prints again what one of the *earlier* papers prints."""
    former = next((item for item in reversed(earlier) if _agree(item, change.after)), None)
    if former is None or change.kind != "restatement":
        return change
    because = f"back to {former.file_name} p. {former.page}"
    if (said := declared_of(change.before)) and not said.final:
        because += f", though {change.before.file_name} p. {change.before.page} says {said.words!r}"
    if change.because != _UNEXPLAINED:
        because = f"{change.because}; {because}"
    return replace(change, because=because, returns=True)


def _without_same(ordered: Chain) -> list[Printing]:
    """The publications that change something: of a run of equal ones the first.

    Of several on one day the one that agrees with the day before stands for the day: that the
    others differ is said apart.
    """
    steps: list[Printing] = []
    for day in ordered.days:
        last = steps[-1] if steps else None
        same = [item for item in day if last is not None and _same(last, item)]
        if not same:
            steps.append(day[-1])
    return steps


def word_of_change(before: Printing, after: Printing) -> Declared | None:
    """Return what the later paper says of a change; a figure that was final is not made final."""
    said = declared_of(after)
    if said is not None and said.final and (earlier := declared_of(before)) and earlier.final:
        return None
    return said


def declared_of(item: Printing) -> Declared | None:
    """Return what its own paper says of a figure: that it is final, or another one now."""
    return declared(item, item.note, item.reporting_period_end)


def _same(one: Printing, other: Printing) -> bool:
    return one.value == other.value and one.decimals == other.decimals


def _classed(
    before: Printing,
    after: Printing,
    around: tuple[Printing | None, Printing | None],
    beside: Beside,
) -> Revision:
    def say(kind: Kind, because: str, slip: Printing | None = None) -> Revision:
        return Revision(
            before=before,
            after=after,
            kind=kind,
            because=because,
            slip_of=slip.document_id if slip else None,
        )

    if reason := _not_comparable(before, after):
        return say("unknown", reason)
    if rounds_to(before, after) or rounds_to(after, before):
        return say("rounding", "one is the other with fewer digits")
    earlier, later = around
    if (
        later
        and _is_slip_between(before, after, later)
        and (shape := shape_returned(before, after, beside))
    ):
        return say("slip", f"{shape}; {later.file_name} p. {later.page} returns to it", after)
    if (
        earlier
        and _is_slip_between(earlier, before, after)
        and (shape := shape_returned(earlier, before, beside))
    ):
        return say("slip", f"{shape}; back to {earlier.file_name} p. {earlier.page}", before)
    mark = provisional_mark(before)
    if mark and not provisional_mark(after):
        return say("provisional_made_final", f"the earlier one: {mark}")
    if said := word_of_change(before, after):
        later_paper = "paper" if before.document_id == after.document_id else "later paper"
        because = f"the {later_paper} says {said.words!r}"
        return say("provisional_made_final" if said.final else "restatement", because)
    shape = shape_of(before, after, beside)
    if shape and (slip := by_evidence(before, after, beside)):
        item, reason = slip
        return say("slip", f"{shape}; {reason}", item)
    return say("restatement", "both are marked as not final" if mark else _UNEXPLAINED)


def _is_slip_between(one: Printing, wrong: Printing, again: Printing) -> bool:
    """Whether the next paper returns to the one before; what is said to be restated is no slip."""
    return _agree(one, again) and standing_rank(wrong.footnote) != _RESTATED_RANK


def _not_comparable(before: Printing, after: Printing) -> str | None:
    if None not in (before.unit, after.unit) and before.unit != after.unit:
        return f"one is in {before.unit}, the other in {after.unit}"
    if before.measure == "target" and before.basis == "unknown":
        return "nobody says what the targets count"
    if before.measure in ("comparator", "previous"):
        return "nobody says that both compare with the same"
    return None


def _agree(one: Printing, other: Printing) -> bool:
    return one.value == other.value or rounds_to(one, other) or rounds_to(other, one)


def _unordered(ordered: Chain) -> list[Revision]:
    """The values of which nobody can say which came first."""
    found = []
    for day in ordered.days:
        first = day[0]
        for item in _differing(first, day[1:]):
            one = item.document_id == first.document_id
            reason = "one paper prints both" if one else "published on the same day"
            found.append(Revision(before=first, after=item, kind="unknown", because=reason))
    if not ordered.loose:
        return found
    last = ordered.days[-1][-1] if ordered.days else ordered.loose[0]
    known = [item for day in ordered.days for item in day]
    for item in _differing(last, ordered.loose):
        if any(each.value == item.value for each in known):
            continue
        undated = [each.file_name for each in (item, last) if each.published_on is None]
        reason = f"no day of publication: {', '.join(dict.fromkeys(undated))}"
        found.append(Revision(before=item, after=last, kind="unknown", because=reason))
    return found


def _differing(one: Printing, others: Sequence[Printing]) -> list[Printing]:
    """One printing of each other value."""
    by_value = {item.value: item for item in reversed(others)}
    return [by_value[value] for value in by_value if value != one.value]


def change_of(item: Printing, changes: Sequence[Revision]) -> Revision | None:
    """Return the change that took the value of *item* back; rather no slip of another paper.

    Of one that is not final and replaced none, that change.
    """
    mine = [
        change
        for change in changes
        if change.kind != "rounding"
        and ((change.replaces and change.before.value == item.value) or _only_brought(change, item))
    ]
    own = [change for change in mine if change.slip_of in (None, item.document_id)]
    return next(iter(own or mine), None)


def _only_brought(change: Revision, item: Printing) -> bool:
    """Whether *item* is what a change brought that took no other back."""
    if change.after.value != item.value:
        return False
    return change.kind == "unknown" if change.replaces else is_tentative(item.footnote)

"""What changed between successive publications of one figure, and of what kind each change is.

In this order; the first that holds names the change:

1. ``unknown``: nobody can say which came first (no days, or one day), the two are not in one unit,
   or it is a target or comparator of which nobody says what it counts.
2. ``rounding``: one is the other rounded, half a unit of its last printed digit either way.
3. ``slip``: the two look like a slip of the pen (:mod:`crossfoot.store.slips`, or a value of the
   line above, below or beside), and the next paper that prints another value returns to the old.
4. ``provisional_made_final``: the earlier is marked as not final and the later is not, or the
   later paper says that its figure is final now; ``restatement`` where it says that it is revised.
5. ``slip``, where nobody returned: they look like one, and of the two values just one disagrees
   with the status that its own paper prints beside it, or with the years around it, and the other
   does not.
6. ``restatement``: another value, for no reason that the papers show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Literal

from crossfoot.store.declared import Declared, declared
from crossfoot.store.marks import provisional_mark
from crossfoot.store.order import Chain, chain
from crossfoot.store.printing import Printing
from crossfoot.store.rounding import rounds_to
from crossfoot.store.slips import one_digit_differs, slip_shape
from crossfoot.store.succession import superseded

Kind = Literal["rounding", "restatement", "provisional_made_final", "slip", "unknown"]

#: A green figure may miss its target within the paper's tolerance, a tenth in the widest keys.
_TOLERANCE = Decimal("0.1")
#: The values around a figure lie in a band of their own spread, of 2% of their size at least; four
#: bands away is out of line. Of 519 slips planted into 121 results of 19 series of the sample
#: papers, the years around told 347, one of them as a slip of the wrong paper; of 4,327 changes of
#: up to a tenth they called 5 a slip.
_BAND = Decimal("0.02")
_FAR = 4
_ENOUGH_AROUND = 2


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A change between two successive publications of one figure, with both cells.

    ``because`` says in words why it is of its kind. ``slip_of`` is the document whose value is the
    slip. Where ``kind`` is ``unknown``, ``before`` and ``after`` are in no order of time.
    """

    before: Printing
    after: Printing
    kind: Kind
    because: str
    slip_of: str | None = None


@dataclass(frozen=True)
class Beside:
    """What else the papers say that could decide between two values.

    ``targets``: the target for a figure in its own paper, by figure id. ``around``: what is shown
    for the nearest comparable periods. ``lines``: the values of the lines above and below and of
    the other columns of its own line, with where they stand, by figure id.
    """

    targets: Mapping[str, Decimal] = field(default_factory=dict)
    around: Sequence[Decimal] = ()
    lines: Mapping[str, Mapping[Decimal, str]] = field(default_factory=dict)


NOTHING = Beside()


def revisions(group: Sequence[Printing], beside: Beside = NOTHING) -> tuple[Revision, ...]:
    """Return the changes among the printings of one figure, in order of time, then the unordered.

    *group*: one measure, basis and period; what repeats a report is left out before. Only values
    that cells print count: a note mentions, a dash says nothing.
    """
    values = [item for item in group if item.value is not None and item.source == "cell"]
    ordered = _within_rows(chain(values))
    said = _between(ordered, beside)
    return (*said, *_unordered(ordered))


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
        found.append(_classed(before, after, (earlier, later), beside))
    return found


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


def number(item: Printing) -> Decimal:
    """The value of a printing that has one."""
    if item.value is None:
        raise ValueError(f"figure {item.figure_id} has no value")
    return item.value


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
    if later and _agree(before, later) and (shape := _returned(before, after, beside)):
        return say("slip", f"{shape}; {later.file_name} p. {later.page} returns to it", after)
    if earlier and _agree(earlier, after) and (shape := _returned(earlier, before, beside)):
        return say("slip", f"{shape}; back to {earlier.file_name} p. {earlier.page}", before)
    mark = provisional_mark(before)
    if mark and not provisional_mark(after):
        return say("provisional_made_final", f"the earlier one: {mark}")
    if said := word_of_change(before, after):
        later_paper = "paper" if before.document_id == after.document_id else "later paper"
        because = f"the {later_paper} says {said.words!r}"
        return say("provisional_made_final" if said.final else "restatement", because)
    if (shape := _shape(before, after, beside)) and (slip := _by_evidence(before, after, beside)):
        item, reason = slip
        return say("slip", f"{shape}; {reason}", item)
    return say("restatement", "both are marked as not final" if mark else "nothing explains it")


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


def _shape(right: Printing, wrong: Printing, beside: Beside) -> str | None:
    """How one of the two could be a slip for the other; null where they do not look like it."""
    one, other = number(right), number(wrong)
    if shape := slip_shape(one, other):
        return shape
    for item, value in ((wrong, one), (right, other)):
        line = beside.lines.get(item.figure_id, {}).get(number(item))
        if line and number(item) != value:
            return f"{item.as_printed} is what {line} of {item.file_name} prints"
    return None


def _returned(right: Printing, wrong: Printing, beside: Beside) -> str | None:
    """As :func:`_shape`; where a value returns, one digit of many is enough."""
    if shape := _shape(right, wrong, beside):
        return shape
    return "one digit differs" if one_digit_differs(number(right), number(wrong)) else None


def _by_evidence(before: Printing, after: Printing, beside: Beside) -> tuple[Printing, str] | None:
    """Return the one of the two that its paper or the years around it speak against, and how."""
    against = [
        (item, reason)
        for item, other in ((before, after), (after, before))
        if (reason := _against_status(item, other, beside) or _out_of_line(item, other, beside))
    ]
    return against[0] if len(against) == 1 else None


def _against_status(item: Printing, other: Printing, beside: Beside) -> str | None:
    """Whether the status that *item*'s paper prints fits *other*'s value and not its own."""
    target = beside.targets.get(item.figure_id)
    if not target or item.polarity is None or item.status not in ("green", "amber", "red"):
        return None
    misses = []
    for value in (number(item), number(other)):
        gap = target - value if item.polarity == "higher" else value - target
        misses.append(gap / abs(target))
    own, fitting = misses
    if item.status == "green":
        contradicted = own > _TOLERANCE and fitting <= 0
    else:
        contradicted = own <= 0 < fitting
    return f"{item.status} in {item.file_name} fits the other value" if contradicted else None


def _out_of_line(item: Printing, other: Printing, beside: Beside) -> str | None:
    """Whether the comparable periods around lie by *other*'s value and far from *item*'s."""
    if len(beside.around) < _ENOUGH_AROUND:
        return None
    spread = max(beside.around) - min(beside.around)
    band = max(spread, abs(Decimal(median(beside.around))) * _BAND)
    away, near = (
        min(abs(value - each) for each in beside.around) for value in (number(item), number(other))
    )
    if near <= band and away > band * _FAR:
        return f"the periods around fit {other.as_printed} and not {item.as_printed}"
    return None


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

"""What a measurement came to, by family and ruling: drawn, read, wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from benchmarks.confidence.run import Outcome

_HEADINGS = ("", "", "papers", "drawn", "read", "share", "rows", "wrong")


def tally(outcomes: Sequence[Outcome]) -> str:
    """Return a table of text: a line for each family and ruling, ruling, producer, and for all.

    ``drawn`` counts figures and, in papers of actions, actions; ``read`` those of them that were
    read right; ``rows`` every figure, indicator and action that was read, ``wrong`` the wrong ones.
    """
    groupings: tuple[Callable[[Outcome], tuple[str, str]], ...] = (
        lambda outcome: (outcome.task.family, outcome.task.ruling),
        lambda outcome: ("all families", outcome.task.ruling),
        lambda outcome: ("all families", outcome.task.producer),
        lambda _: ("all families", "all"),
    )
    lines = [_line(_HEADINGS)]
    for grouping in groupings:
        groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
        for outcome in outcomes:
            groups[grouping(outcome)].append(outcome)
        lines += [_line((*name, *_numbers(groups[name]))) for name in sorted(groups)]
    return "\n".join(lines)


def wrong_rows(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a line for each wrong row: the paper to draw again, what was read, what was drawn."""
    for outcome in outcomes:
        task = outcome.task
        for row in outcome.judged:
            if not row.right:
                paper = f"{task.family} {task.ruling} {task.seed} {task.producer}"
                yield f"wrong: {paper}: {row.kind} {row.says} | drawn: {row.drawn or 'no such row'}"


def _numbers(members: Sequence[Outcome]) -> tuple[str, ...]:
    found = sum(each.counts.found + each.counts.actions_found for each in members)
    drawn = sum(each.counts.drawn + each.counts.actions_drawn for each in members)
    rows = sum(len(each.judged) for each in members)
    wrong = sum(not row.right for each in members for row in each.judged)
    share = f"{100 * found / drawn:.0f}%" if drawn else "-"
    return (str(len(members)), str(drawn), str(found), share, str(rows), str(wrong))


def _line(cells: Sequence[str]) -> str:
    names = f"{cells[0]:18} {cells[1]:12}"
    return names + "".join(f"{cell:>8}" for cell in cells[2:])

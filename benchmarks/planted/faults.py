"""The faults: each changes what one paper, or every paper from one on, prints.

A fault changes the print alone where the fault is one of print (a total, a digit), and everything
that follows from it where it is one of substance (an action that vanishes is not counted either).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.planted.fault import Fault, Planted
from benchmarks.planted.faults_of_actions import (
    falls,
    impossible_date,
    overdue,
    progress,
    reopened,
    slips,
    vanished,
)
from benchmarks.planted.faults_of_figures import (
    code_twice,
    misread_code,
    moved_status,
    moved_target,
    no_point,
    other_title,
    over_a_hundred,
    restated,
    slip,
    swapped,
)
from benchmarks.planted.world import Paper


def _wrong_total(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    paper = papers[chance.randrange(len(papers))]
    word = chance.choice(sorted(paper.total))
    paper.total[word] += chance.choice((1, 2, 3))
    return Planted(frozenset({paper.number}), None)


def _wrong_count(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """A service is said to have one action fewer of a status than are listed."""
    paper = papers[chance.randrange(len(papers))]
    places = [(s, w) for s, row in paper.counts.items() for w, n in row.items() if n]
    service, word = chance.choice(places)
    paper.counts[service][word] -= 1
    paper.total[word] -= 1
    return Planted(frozenset({paper.number}), None)


def _wrong_sentence(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    paper = papers[chance.randrange(len(papers))]
    paper.sentence[chance.randrange(1, len(paper.sentence))] += 1
    return Planted(frozenset({paper.number}), None)


_FIGURE = frozenset({"figure.restated", "figure.slip", "figure.scale"})
FAULTS = (
    Fault("wrong total", frozenset({"summary.total"}), _wrong_total),
    Fault("wrong count of a service", frozenset({"summary.rows"}), _wrong_count),
    Fault("wrong count in a sentence", frozenset({"counts.sentence", "counts.table"}),
          _wrong_sentence),
    Fault("outturn restated without a word", frozenset({"figure.restated"}), restated),
    Fault("swapped digits", _FIGURE, slip(swapped)),
    Fault("lost decimal point", _FIGURE, slip(no_point)),
    Fault("moved status", frozenset({"status.value"}), moved_status),
    Fault("moved target", frozenset({"target.changed"}), moved_target),
    Fault("impossible date", frozenset({"date.impossible"}), impossible_date),
    Fault("vanished action", frozenset({"action.vanished"}), vanished),
    Fault("not started at 50%", frozenset({"progress.status"}), progress("Not Started", "50%")),
    Fault("completed at 80%", frozenset({"progress.status"}), progress("Completed", "80%")),
    Fault("overdue before it is due", frozenset({"date.overdue"}), overdue),
    Fault("progress falls", frozenset({"action.falls"}), falls),
    Fault("due date slips", frozenset({"action.slips"}), slips),
    Fault("completed action opened again", frozenset({"action.reopened"}), reopened),
    Fault("code used twice", frozenset({"code.twice"}), code_twice),
    Fault("misread code", frozenset({"code.misread", "code.repaired"}), misread_code),
    Fault("code with another title", frozenset({"code.meaning"}), other_title),
    Fault("share above a hundred", frozenset({"figure.range", "figure.scale"}), over_a_hundred),
)  # fmt: skip
"""Every kind of fault that is planted."""

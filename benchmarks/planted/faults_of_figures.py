"""Faults in what is printed of an indicator: its figures, targets, statuses and codes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from decimal import Decimal

from benchmarks.planted.fault import Planted
from benchmarks.planted.world import PAPERS, Line, Paper, target_key, year_name


def restated(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """From some paper on, a closed year's outturn is another one; nobody says so."""
    first = chance.randrange(1, PAPERS)
    year = papers[first].year
    name = year_name(year - 1 if first % 4 or chance.random() < 0.5 else year - 2)
    places = [paper for paper in papers if name in paper.lines[0].values]
    later = [paper for paper in places if paper.number >= first]
    if not later or len(later) == len(places):
        return None
    row = chance.randrange(len(papers[0].lines))
    old = later[0].lines[row].values[name]
    new = _moved(old, chance)
    for paper in later:
        paper.lines[row].values[name] = new
    return Planted(frozenset(p.number for p in later), later[0].lines[row].code)


def slip(change: Callable[[str], str | None]) -> Callable[..., Planted | None]:
    """A digit slips in the outturn of one paper, while at least two others print it right."""

    def plant(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
        places = [
            (paper, row, name)
            for paper in papers
            for row, line in enumerate(paper.lines)
            for name in line.values
            if "Q" not in name
            and "Target" not in name
            and sum(name in other.lines[row].values for other in papers) >= 3
            and change(line.values[name]) not in (None, line.values[name])
        ]
        paper, row, name = chance.choice(places)
        line = paper.lines[row]
        line.values[name] = change(line.values[name]) or ""
        return Planted(frozenset({paper.number}), line.code)

    return plant


def swapped(text: str) -> str | None:
    number, sign = _split(text)
    for at in range(len(number) - 1):
        one, two = number[at], number[at + 1]
        if one.isdigit() and two.isdigit() and two not in (one, "0"):
            return number[:at] + two + one + number[at + 2 :] + sign
    return None


def no_point(text: str) -> str | None:
    number, sign = _split(text)
    return number.replace(".", "") + sign if "." in number else None


def moved_status(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """Green where the value misses its target, or red where it meets it, at a year's end."""
    paper = papers[chance.choice((3, 7))]
    places = [line for line in paper.lines if line.status in ("Green", "Red")]
    if not places:
        return None
    line = chance.choice(places)
    line.status = "Red" if line.status == "Green" else "Green"
    return Planted(frozenset({paper.number}), line.code)


def moved_target(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """The target of a running year is another one from the second or third quarter on."""
    first = chance.choice((1, 2, 5, 6))
    later = papers[first : first // 4 * 4 + 3]
    row = chance.randrange(len(papers[0].lines))
    name = target_key(later[0].year)
    new = _moved(later[0].lines[row].values[name], chance)
    for paper in later:
        paper.lines[row].values[name] = new
    return Planted(frozenset(p.number for p in later), later[0].lines[row].code)


def code_twice(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    paper = papers[chance.randrange(len(papers))]
    one, two = chance.sample(range(len(paper.lines)), 2)
    paper.lines[two].code = paper.lines[one].code
    return Planted(frozenset({paper.number}), paper.lines[one].code)


def other_title(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """One paper prints a local code above a title that is another indicator's everywhere else."""
    paper = papers[chance.randrange(len(papers))]
    places = [line for line in paper.lines if "Local" in line.code]
    if len(places) < 2:
        return None
    one, two = chance.sample(places, 2)
    one.title = two.title + " in the town centre"
    return Planted(frozenset({paper.number}), one.code)


def misread_code(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """One paper prints the letter O for the zero of a code, as scanners read it."""
    paper = papers[chance.randrange(len(papers))]
    places = [line for line in paper.lines if "_0" in line.code]
    if not places:
        return None
    line = chance.choice(places)
    line.code = line.code.replace("_0", "_O")
    return Planted(frozenset({paper.number}), None)


def over_a_hundred(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    paper = papers[chance.randrange(len(papers))]
    places = [line for line in paper.lines if line.values[target_key(paper.year)].endswith("%")]
    line = chance.choice(places)
    name = list(line.values)[2]
    line.values[name] = f"{100 + chance.randrange(5, 80)}.4%"
    line.status = _status_again(line)
    return Planted(frozenset({paper.number}), line.code)


def _status_again(line: Line) -> str:
    """A share beyond a hundred beats any target that is to be exceeded, and misses any other."""
    return "Green" if "empty" not in line.title and "stand" not in line.title else "Red"


def _moved(text: str, chance: random.Random) -> str:
    """Another value with the same digits: by 3 to 6 in a hundred, at least two units."""
    number, sign = _split(text)
    value = Decimal(number)
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    by = max(value * Decimal(chance.choice(("0.03", "0.045", "0.06"))), 2 * step)
    return f"{(value - by).quantize(step)}{sign}"


def _split(text: str) -> tuple[str, str]:
    return (text[:-1], "%") if text.endswith("%") else (text, "")

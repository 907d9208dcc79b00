"""Proposals of links as ``codes --similar`` lists them: those that a person can still decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from crossfoot import output
from crossfoot.commands.link_words import Name, Selectors, sentence
from crossfoot.normalise.catalogue import stated
from crossfoot.normalise.lineage import LEAST_SCORE, propose
from crossfoot.output import Format
from crossfoot.schema.lineage import Proposal, SeriesFacts
from crossfoot.schema.values import LinkKind
from crossfoot.store.database import Store
from crossfoot.store.descent import Tie, against
from crossfoot.store.links import ties
from crossfoot.store.series import series_heads
from crossfoot.store.series_facts import series_facts

_CSV_COLUMNS = (
    *("score", "kind", "council", "a_code", "a_title", "a_first", "a_last"),
    *("b_code", "b_title", "b_first", "b_last", "reasons", "accept", "reject"),
    *("a_series_id", "b_series_id"),
)


class Row(TypedDict):
    """One proposal: A is the *kind* of B. ``first`` and ``last`` bound the days of results."""

    score: float
    kind: LinkKind
    sentence: str
    council: str | None
    a_code: str | None
    a_title: str | None
    a_first: str | None
    a_last: str | None
    a_series_id: str
    b_code: str | None
    b_title: str | None
    b_first: str | None
    b_last: str | None
    b_series_id: str
    reasons: list[str]
    accept: str
    reject: str


def write_similar(store: Store, council: str | None, db: str, form: Format) -> None:
    """Write the proposals of a council, or of all."""
    facts = series_facts(store, council=council)
    with store.read() as connection:
        decided = ties(connection)
    by_id = {each.series_id: each for each in facts}
    select = Selectors((head.code for head in series_heads(store)), db)
    rows = [_row(each, by_id, select) for each in undecided(propose(facts, stated()), decided)]
    if form is Format.TABLE:
        _write_blocks(rows)
    else:
        output.records(rows, _CSV_COLUMNS, form)
    _say_what_was_left_out(facts, rows)


def undecided(proposals: Sequence[Proposal], decided: Sequence[Tie]) -> Iterator[Proposal]:
    """Leave out what was decided, what follows from it, and what would contradict it."""
    pairs = {frozenset((tie.a, tie.b)) for tie in decided}
    linked = {end for pair in pairs for end in pair}
    for each in proposals:
        if frozenset((each.a, each.b)) in pairs:
            continue
        if each.a in linked and each.b in linked and _is_settled(each, decided):
            continue
        yield each


def _is_settled(proposal: Proposal, decided: Sequence[Tie]) -> bool:
    """Whether both are in one line already, or could not be linked as proposed.

    In one line they are where nobody could still say that they are unrelated.
    """
    unrelated = Tie(proposal.a, "unrelated", proposal.b)
    proposed = Tie(proposal.a, proposal.kind, proposal.b)
    return against(decided, unrelated) is not None or against(decided, proposed) is not None


def _row(proposal: Proposal, facts: Mapping[str, SeriesFacts], select: Selectors) -> Row:
    a, b = facts[proposal.a], facts[proposal.b]
    names = _name(a), _name(b)
    return Row(
        score=proposal.score,
        kind=proposal.kind,
        sentence=sentence(names[0].short, proposal.kind, names[1].short),
        council=a.council,
        a_code=a.code,
        a_title=names[0].title,
        a_first=_day(a.first),
        a_last=_day(a.last),
        a_series_id=a.series_id,
        b_code=b.code,
        b_title=names[1].title,
        b_first=_day(b.first),
        b_last=_day(b.last),
        b_series_id=b.series_id,
        reasons=list(proposal.reasons),
        accept=select.command(*names, proposal.kind),
        reject=select.command(*names, "unrelated"),
    )


def _name(facts: SeriesFacts) -> Name:
    title = facts.titles[0] if facts.titles else None
    return Name(facts.series_id, facts.council, facts.code, title)


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _write_blocks(rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows):
        if number:
            output.line()
        output.line(f"{row['score']:.2f}  {row['sentence']}?  ({row['council']})")
        ends = (
            ("A", row["a_code"], row["a_title"], row["a_first"], row["a_last"]),
            ("B", row["b_code"], row["b_title"], row["b_first"], row["b_last"]),
        )
        for letter, code, title, first, last in ends:
            years = f"{first} to {last}" if first else "no results"
            output.line(f"  {letter}       {code or 'no code'} · {title or 'no title'} · {years}")
        output.line(f"  because {'; '.join(row['reasons'])}")
        output.line(f"  accept  {row['accept']}")
        output.line(f"  reject  {row['reject']}")


def _say_what_was_left_out(facts: Sequence[SeriesFacts], rows: Sequence[Row]) -> None:
    unknown = sum(each.council is None for each in facts)
    if unknown:
        output.say(
            f"crossfoot: {output.counted(unknown, 'indicator')} of unknown councils not compared; "
            "ingest --council or a manifest names the council"
        )
    if not rows:
        output.say(
            f"crossfoot: nothing to decide: no two series score {LEAST_SCORE} or more that were "
            "not decided; crossfoot link --list shows what was"
        )

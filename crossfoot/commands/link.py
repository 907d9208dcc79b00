"""``crossfoot link``: what a person decides about two series."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.link_words import Name, sentence
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database, Form
from crossfoot.output import Format
from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.schema.finding import Link
    from crossfoot.store.database import Store
    from crossfoot.store.series import SeriesHead

_COLUMNS = ("decision", "council", "decided_by", "decided_at", "because")
_CSV_COLUMNS = (
    *("kind", "a_code", "a_title", "b_code", "b_title", "council", "decided_by", "decided_at"),
    *("because", "series_a", "series_b", "link_id"),
)


class Kind(StrEnum):
    """What A is of B."""

    SAME = "same"
    SUCCESSOR = "successor"
    SUM_OF = "sum-of"
    PART_OF = "part-of"
    REDEFINED = "redefined"
    UNRELATED = "unrelated"


Named = Annotated[
    str | None, typer.Argument(help="A code in any spelling, a title, or a series id.")
]


def link(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    a: Named = None,
    b: Named = None,
    kind: Annotated[Kind | None, typer.Option("--as", help="What A is of B.")] = None,
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why, for those who read it later.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.")] = None,
    council: Council = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the decision back.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what was decided.")] = False,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """Record what one series is of another; a trend then follows it.

    Read it as a sentence, A is … of B: NI157a BV109a --as successor says that NI157a is the
    successor of BV109a. same: two names of one indicator. successor: A goes on where B ended.
    redefined: A took B's place, but measures another thing; a trend marks the break. sum-of,
    part-of: mentioned by a trend, never joined. unrelated: not proposed again. Decisions outlive
    every ingest.

    Example: crossfoot link NI157a BV109a --as successor --because "2008 handbook"
    """
    from crossfoot.store.database import open_store, read_store

    if listed:
        if kind is not None or remove:
            raise UsageError("--list goes with no other decision", "give --list alone, or with A")
        with read_store(db) as store:
            _list(store, a, council, form)
        return
    if a is None or b is None or (kind is None) == (not remove):
        raise UsageError(
            "give two series and --as or --remove",
            "such as crossfoot link NI157a BV109a --as successor",
        )
    with open_store(db, create=False) as store:
        one, other = _one(store, a, council), _one(store, b, council)
        if remove:
            _remove(store, one, other)
        elif kind is not None:
            _decide(store, one, other, kind, (by, because))


def _one(store: Store, text: str, council: str | None) -> SeriesHead:
    from crossfoot.meant import series_meant, some

    found = series_meant(store, text, council)
    if len(found) == 1:
        return found[0]
    councils = list(dict.fromkeys(head.council or "council unknown" for head in found))
    if len(councils) == len(found):
        raise UsageError(
            f"{text!r} is a series of {len(found)} councils",
            f"say which with --council: {some(councils)}",
        )
    ids = some([f"{head.series_id[:12]} ({_name(head)})" for head in found])
    raise UsageError(f"{text!r} names {len(found)} series", f"give one of these ids: {ids}")


def _decide(
    store: Store,
    a: SeriesHead,
    b: SeriesHead,
    kind: Kind,
    said: tuple[str | None, str | None],
) -> None:
    from crossfoot.store.links import ContradictionError, decision, links, save_link

    if a.series_id == b.series_id:
        raise UsageError(f"both are the series {_name(a)}", "name two series")
    _check_councils(a, b, kind)
    new = decision(a.series_id, kind.value, b.series_id, by=said[0], because=said[1])
    known = next((each for each in links(store) if each.link_id == new.link_id), None)
    words = sentence(str(_name(a)), kind.value, str(_name(b)))
    if known is not None:
        if (known.series_a, known.kind) != (new.series_a, new.kind) and not _is_turned(known, new):
            told = _told(store, known)
            raise UsageError(f"it was decided that {told}", "take that back with --remove first")
        if not any(said):
            output.line(f"already recorded: {words}")
            return
    try:
        save_link(store, new)
    except ContradictionError as error:
        against = "; ".join(_told(store, each) for each in error.links) or "several decisions"
        raise UsageError(
            f"that cannot hold beside what was decided: {against}",
            "take that back with --remove first",
        ) from error
    output.line(f"recorded: {words}")
    if kind in (Kind.SUCCESSOR, Kind.REDEFINED):
        _doubt_direction(store, a, b)


def _doubt_direction(store: Store, a: SeriesHead, b: SeriesHead) -> None:
    """Say so where A, the later one, has only results from before those of B."""
    from crossfoot.store.series import result_ends

    ends = result_ends(store, (a.series_id, b.series_id))
    if a.series_id in ends and b.series_id in ends:
        last_of_a, first_of_b = ends[a.series_id][1], ends[b.series_id][0]
        if last_of_a < first_of_b:
            output.say(
                f"crossfoot: {_name(a).short} ends on {last_of_a}, before {_name(b).short} begins; "
                "if it is the other way round, --remove and name the later one first"
            )


def _is_turned(known: Link, new: Link) -> bool:
    """Whether two decisions on one pair say the same with the series exchanged."""
    return known.kind == new.kind and known.kind in ("same", "unrelated")


def _check_councils(a: SeriesHead, b: SeriesHead, kind: Kind) -> None:
    from crossfoot.store.series import same_council

    if kind is Kind.UNRELATED or a.council is None or b.council is None:
        return
    if not (same_council(a.council, b.council) or same_council(b.council, a.council)):
        raise UsageError(
            f"{_name(a)} is {a.council}'s and {_name(b)} is {b.council}'s",
            "series of two councils are never one; name the council with --council",
        )


def _remove(store: Store, one: SeriesHead, other: SeriesHead) -> None:
    from crossfoot.store.links import links, remove_link

    ids = {one.series_id, other.series_id}
    known = next((each for each in links(store) if {each.series_a, each.series_b} == ids), None)
    if known is None:
        raise UsageError(
            f"nothing was decided on {_name(one)} and {_name(other)}",
            "crossfoot link --list shows what was",
        )
    words = _told(store, known)
    remove_link(store, one.series_id, other.series_id)
    output.line(f"taken back: {words}")


def _list(store: Store, text: str | None, council: str | None, form: Format) -> None:
    from crossfoot.store.links import links
    from crossfoot.store.series import same_council, series_heads

    only = _one(store, text, council).series_id if text else None
    found = links(store, series_id=only)
    ids = {end for each in found for end in (each.series_a, each.series_b)}
    names = {head.series_id: _name(head) for head in series_heads(store, ids)}
    rows = []
    for each in found:
        a, b = names[each.series_a], names[each.series_b]
        if not (same_council(a.council, council) or same_council(b.council, council)):
            continue
        ends = {"a_code": a.code, "a_title": a.title, "b_code": b.code, "b_title": b.title}
        words = {"decision": sentence(str(a), each.kind, str(b)), "council": a.council}
        rows.append(words | ends | each.model_dump())
    output.records(rows, _COLUMNS if form is Format.TABLE else _CSV_COLUMNS, form)
    if not rows:
        output.say("crossfoot: nothing was decided there; crossfoot codes --similar proposes")


def _told(store: Store, each: Link) -> str:
    from crossfoot.store.series import series_heads

    names = {h.series_id: _name(h) for h in series_heads(store, {each.series_a, each.series_b})}
    return sentence(str(names[each.series_a]), each.kind, str(names[each.series_b]))


def _name(head: SeriesHead) -> Name:
    return Name(head.series_id, head.council, head.code, head.title)

"""Which of the files given must be read, and what is odd about those that need not be.

A document is its bytes. One that is in the store, read by the same reader with the same facts from
outside, is not read again, whatever its file is called; but where its file was renamed the store
takes the new name over, so that people find it. What failed is tried again each time, since a
limit or a permission may have changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.schema.paper import Known
from crossfoot.sources import Source, identify
from crossfoot.store.places import read_path, written_path

if TYPE_CHECKING:
    from crossfoot.store.held import Held

_FACTS_DIGITS = 8


class Plan(NamedTuple):
    """One file to read, and what is known of it from outside.

    ``listed``: a manifest names the file, so that what its row leaves out is meant to be unknown.
    """

    source: Source
    known: Known
    listed: bool = False


@dataclass
class Chosen:
    """What becomes of the files given.

    ``duplicates`` pairs a file with the one of the same bytes that stands for it in this run,
    ``contradicted`` those pairs of which a manifest says two things. ``copies`` are in the store
    under the name beside them, where they still are, ``renamed`` were. ``replaced`` stand where
    another document, given by its id, was read last.
    """

    to_read: list[Plan] = field(default_factory=list)
    unchanged: list[Source] = field(default_factory=list)
    duplicates: list[tuple[Source, Source]] = field(default_factory=list)
    contradicted: list[tuple[Source, Source]] = field(default_factory=list)
    copies: list[tuple[Source, str]] = field(default_factory=list)
    renamed: list[tuple[Source, str]] = field(default_factory=list)
    replaced: list[tuple[Source, str]] = field(default_factory=list)
    places: dict[str, Path] = field(default_factory=dict)
    """Where each document is to be found from now on."""


def choose(
    plans: Sequence[Plan], held: Mapping[str, Held], reader_version: str, *, reread: bool
) -> Chosen:
    """Part *plans* into what must be read and what need not be; *held* is what the store has."""
    chosen = Chosen()
    same: dict[str, list[Plan]] = {}
    for plan in plans:
        same.setdefault(plan.source.document_id, []).append(plan)
    for document_id, named in same.items():
        stored = held.get(document_id)
        plan = _standing_for(named, stored, chosen) if len(named) > 1 else named[0]
        if stored is None or reread or _reads_differently(plan, stored, reader_version):
            chosen.to_read.append(plan)
        elif stored.file_name in (None, plan.source.file_name):
            chosen.unchanged.append(plan.source)
        elif _is_still_there(stored, document_id):
            chosen.unchanged.append(plan.source)
            chosen.copies.append((plan.source, stored.file_name))
            continue
        else:
            chosen.to_read.append(plan)
            chosen.renamed.append((plan.source, stored.file_name))
        if plan.source.problem is None:
            chosen.places[document_id] = plan.source.path.absolute()
    _note_replaced(chosen, held, same)
    return chosen


def document_version(reader_version: str, known: Known) -> str:
    """Return the reader's version for one document: what is known from outside is part of it.

    ``0.1.0`` where nothing is, else ``0.1.0+facts.1a2b3c4d``: another manifest row gives other
    content, so that the document is read again.
    """
    facts = facts_of(known)
    if facts is None:
        return reader_version
    digest = hashlib.sha256(facts.encode()).hexdigest()[:_FACTS_DIGITS]
    return f"{reader_version}{'.' if '+' in reader_version else '+'}facts.{digest}"


def facts_of(known: Known) -> str | None:
    """Return what is known of a document from outside as JSON, None where nothing is."""
    facts = known.model_dump_json(exclude_none=True)
    return None if facts == "{}" else facts


def _reads_differently(plan: Plan, stored: Held, reader_version: str) -> bool:
    if stored.outcome == "failed":
        return True
    return stored.reader_version != document_version(reader_version, plan.known)


def _standing_for(named: list[Plan], stored: Held | None, chosen: Chosen) -> Plan:
    """Of files with the same bytes, take the one a manifest names, then the one known by name."""
    name = stored.file_name if stored else None
    first, *others = sorted(
        named, key=lambda plan: (not plan.listed, plan.source.file_name != name)
    )
    for other in others:
        chosen.duplicates.append((other.source, first.source))
        if other.listed and other.known != first.known:
            chosen.contradicted.append((other.source, first.source))
    return first


def _is_still_there(stored: Held, document_id: str) -> bool:
    """Whether the file that was read is where it was; unknown counts as yes."""
    return stored.place is None or identify(read_path(stored.place)).document_id == document_id


def _note_replaced(chosen: Chosen, held: Mapping[str, Held], here: Mapping[str, object]) -> None:
    new = [plan for plan in chosen.to_read if plan.source.document_id not in held]
    if not new:
        return
    gone = {
        stored.place: document_id
        for document_id, stored in held.items()
        if stored.place is not None and document_id not in here
    }
    for plan in new:
        before = gone.get(written_path(plan.source.path.absolute()))
        if before is not None:
            chosen.replaced.append((plan.source, before))

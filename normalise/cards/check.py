"""Whether what was found is a card of an indicator, and whether each label has one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossfoot.normalise.cards.find import Card, Field
from crossfoot.normalise.cards.words import NAMING, family_of, label_said
from crossfoot.normalise.families import FIGURE_FAMILIES, RESULT_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.schema.text import fold

#: A result alone may be anything's; these are said of indicators.
_SIGNS = frozenset({"target", "status", "trend", "frequency", "polarity"})
#: What is said of payments, risks and tasks.
_OTHERS = frozenset({"money", "risk", "due", "revised_due", "progress", "measure_name"})
#: Of these a card prints one; of notes, and of what is in no published relation, as many as it has.
_ONCE = FIGURE_FAMILIES | NAMING | {"status", "previous_status", "trend", "polarity", "period"}


def family(each: Field, reader: HeadingReader) -> str:
    """What a field holds."""
    if each.family is not None:
        return each.family
    said = label_said(reader, each.label)
    return family_of(said) if said is not None else ""


def text_of(each: Field) -> str:
    """The value as printed, folded."""
    if each.pair is None:
        return each.look.cell.plain
    part = each.look.cell.first
    text = part.level_text if len(each.look.cell.parts) == 1 else each.look.cell.lines
    return fold(text[each.pair.start : each.pair.end])


def is_card(card: Card, reader: HeadingReader) -> bool:
    """Whether a card tells of an indicator: a result, and what it is held against."""
    families = Counter(family(each, reader) for each in card.fields)
    held = {name for name in families if name}
    if not held & RESULT_FAMILIES or held & _OTHERS or not held & _SIGNS:
        return False
    return any(
        parse_figure(text_of(each)).state == "value"
        for each in card.fields
        if family(each, reader) in RESULT_FAMILIES
    )


def seems_card(card: Card, reader: HeadingReader) -> bool:
    """Whether a refused card is worth telling of: figures of an indicator stand at their labels.

    Labels in cells of their own head an ordinary table's columns, too: of those nothing is said.
    """
    held = {family(each, reader) for each in card.fields}
    figures = sum(
        each.pair is not None
        and family(each, reader) in FIGURE_FAMILIES
        and parse_figure(text_of(each)).state == "value"
        for each in card.fields
    )
    return bool(held & _SIGNS) and not held & _OTHERS and figures > 0


def twice(fields: Sequence[Field], reader: HeadingReader) -> str | None:
    """A label that stands twice on one card, each time over another value."""
    seen: set[tuple[object, ...]] = set()
    for each in fields:
        name = family(each, reader)
        if name not in _ONCE:
            continue
        said = label_said(reader, each.label) if each.family is None else None
        what = (name,) if said is None else (name, said.meaning, said.period, said.part)
        if what in seen:
            return each.label or name
        seen.add(what)
    return None

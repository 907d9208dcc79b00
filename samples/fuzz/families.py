"""The named families of layouts: a seed and a family give one paper."""

from __future__ import annotations

from random import Random

from samples.fuzz import periods as figures
from samples.fuzz.columns import Times
from samples.fuzz.dice import Dice
from samples.fuzz.draft_actions import add_actions
from samples.fuzz.draft_indicators import add_indicators
from samples.fuzz.drafts import Draft, Family
from samples.fuzz.looks import A3, A4, FONTS
from samples.fuzz.model import Decoration, Model, NewPage
from samples.fuzz.words import COMMITTEES, COUNCILS, sentences

FAMILIES: dict[str, Family] = {
    "quarterly": Family(figures.quarterly, ("word", "letter")),
    "annual": Family(figures.annual, ("word", "letter"), whole_year=True),
    "years": Family(figures.years, ("word", "fill"), whole_year=True),
    "quarters": Family(figures.quarters, ("word", "letter")),
    "bare quarters": Family(figures.bare, ("word", "fill")),
    "months": Family(figures.months, ("word",)),
    "deep": Family(figures.deep, ("word", "letter"), whole_year=True),
    "pairs": Family(figures.bare, ("word",), pairs=True),
    "one name": Family(figures.quarterly, ("word", "icon"), one_name=True),
    "icons": Family(figures.quarterly, ("icon",)),
    "fills": Family(figures.quarterly, ("fill",)),
    "actions": Family(None, ("word", "letter", "icon", "fill")),
}
"""Every family by its name."""


def paper(dice: Dice) -> Model:
    """Draw the paper of a seed and a family."""
    family, chance = FAMILIES[dice.family], dice.of("paper")
    year, quarter = chance.randint(2006, 2024), chance.randint(1, 4)
    times = Times(year, 4 if family.whole_year else quarter, chance.choice((0, 0, 1, 2)))
    draft = Draft(dice, family, times, dice.pick("faces", FONTS, "Helvetica"))
    council, title = _front(draft, chance)
    for number in range(dice.pick("more tables", (1, 1, 2, 3), 1)):
        _push(draft, number)
        if family.figures is None:
            add_actions(draft)
        else:
            add_indicators(draft)
    draft.prose("end")
    page = dice.pick("paper", (A4, A4[::-1], A4[::-1], A3[::-1]), A4[::-1])
    return Model(
        family=dice.family,
        seed=dice.seed,
        council=council,
        title=title,
        period=times.label(year, None if family.whole_year else times.quarter),
        blocks=tuple(draft.blocks),
        page=page,
        margin=chance.choice((28, 42, 56)),
        font=draft.font,
        foot=chance.choice(("", "{page}", "Page {page}")),
        indicators=tuple(draft.indicators),
        actions=tuple(draft.actions),
        turned=dice.pick("paper", (0, 0, 0, 90, 270), 0, "turned"),
        crop=dice.pick("paper", (0, 0, 0, 20), 0, "crop"),
        decorations=_decorations(dice),
    )


def _decorations(dice: Dice) -> frozenset[Decoration]:
    every: tuple[Decoration, ...] = ("frame", "logo", "bar", "head")
    return frozenset(each for each in every if dice.chance("decoration", 0.12, each))


def _front(draft: Draft, chance: Random) -> tuple[str, str]:
    """The letterhead, the title and some prose."""
    times, council = draft.times, chance.choice(sorted(COUNCILS))
    when = times.printed(times.year)
    if draft.family.whole_year:
        title = chance.choice((f"Annual Performance Report {when}", f"Year End Performance {when}"))
    else:
        quarter = f"Quarter {times.quarter}"
        title = chance.choice(
            (
                f"{quarter} {when} Performance Report",
                f"Performance Report {quarter} {when}",
                f"Corporate Performance {when}: {quarter}",
            )
        )
    draft.words(COUNCILS[council], 14, bold=True)
    draft.words(chance.choice(COMMITTEES), 11)
    draft.words(title, 13, bold=True)
    draft.prose("front")
    return council, title


def _push(draft: Draft, number: int) -> None:
    """Prose or a page break before a table, so that page ends fall everywhere."""
    draft.prose(f"before {number}")
    kind = draft.dice.pick("breaks", ("none", "none", "page", "prose"), "none", f"push {number}")
    if kind == "page":
        draft.blocks.append(NewPage())
    for each in range(draft.dice.of(f"push {number}").randint(4, 16) if kind == "prose" else 0):
        draft.words(sentences(draft.dice.of(f"push {number} {each}"), 6))

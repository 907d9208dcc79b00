"""Keys that were read in part, so that a colour stood for what it plainly is."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

GREEN, BLUE, AMBER, RED = "#00b050", "#0070c0", "#ffc000", "#ff0000"
ACTIONS = ["Open the new centre", "Review the tree policy", "Replace the lamps", "Mend the roof"]
MEANINGS = ["Completed", "In progress", "Not started", "Overdue"]
STATUSES = ["completed", "in_progress", "not_started", "overdue"]


def paint(colour: str, text: str = "") -> C:
    return C(text, fill=colour)


def draft() -> Draft:
    return Draft().line("Action plan Quarter 2 2019/20", bold=True, gap=2)


def read(before: Draft, cells: list[C]) -> Paper:
    before.line("Progress of actions", bold=True, gap=2)
    rows: list[list[C | str]] = [["Action code", "Action title", "Status", "Due date"]]
    rows += [
        [f"FP1922_{at:02d}", action, cells[at], "31-Mar-2020"] for at, action in enumerate(ACTIONS)
    ]
    return before.table(*rows).read()


def statuses(paper: Paper) -> list[str | None]:
    return [row.status for row in paper.actions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Actions shaded green have been completed, those shaded blue are in progress, those shaded "
        "amber have not started and those shaded red are overdue.",
        "Actions shaded green are completed, those shaded blue are in progress, those shaded "
        "amber are not started and those shaded red are overdue.",
    ],
)
def test_a_sentence_may_say_what_has_been_done(sentence: str) -> None:
    paper = read(draft().line(sentence), [paint(each) for each in (GREEN, BLUE, AMBER, RED)])
    assert statuses(paper) == STATUSES


def test_a_row_of_painted_words_is_a_key() -> None:
    colours = (GREEN, BLUE, AMBER, RED)
    key = [paint(colour, text) for colour, text in zip(colours, MEANINGS, strict=True)]
    paper = read(draft().table([*key]), [paint(each) for each in colours])
    assert statuses(paper) == STATUSES


def test_a_key_in_which_one_colour_is_white_is_read() -> None:
    rows: list[list[C | str]] = [
        ["", MEANINGS[2]],
        [paint(GREEN), MEANINGS[0]],
        [paint(AMBER), MEANINGS[1]],
        [paint(RED), MEANINGS[3]],
    ]
    paper = read(draft().table(*rows), [paint(each) for each in (GREEN, AMBER, RED, GREEN)])
    assert statuses(paper) == ["completed", "in_progress", "overdue", "completed"]


def test_signs_may_stand_behind_their_words_on_a_line() -> None:
    names = [f"glyph:●:{colour}" for colour in (GREEN, BLUE, AMBER, RED)]
    line = " ".join(f"{meaning} ●" for meaning in MEANINGS)
    paper = read(draft().line(line, symbols=tuple(names)), [C("●", symbols=(n,)) for n in names])
    assert statuses(paper) == STATUSES


def test_a_line_with_signs_between_words_only_is_no_key() -> None:
    names = ("glyph:●:#00b050", "glyph:●:#ff0000")
    line = "Completed ● Overdue ● Not started"
    paper = draft().line(line, symbols=names).table(["a", "b"], ["c", "d"]).read()
    assert not paper.legends


def two_keys(first: str, second: str) -> Draft:
    """Two keys of swatches with lines beside them, which explain the same colours."""
    lines = draft()
    for heading, meanings in ((first, ["Completed", "Overdue"]), (second, ["On target", "Missed"])):
        lines.line(heading, bold=True)
        for colour, meaning in zip((GREEN, RED), meanings, strict=True):
            lines.line(meaning, symbols=(f"fill:{colour}",))
    return lines


CELLS = [paint(GREEN), paint(RED), paint(GREEN), paint(RED)]


def test_swatches_below_a_heading_are_of_what_it_speaks_of() -> None:
    paper = read(two_keys("Action key", "Performance indicator key"), CELLS)
    assert statuses(paper) == ["completed", "overdue", "completed", "overdue"]
    assert "status.unexplained_fill" not in {finding.rule_id for finding in paper.findings}


def test_a_colour_that_keys_explain_as_several_things_is_no_status_and_is_told() -> None:
    paper = read(two_keys("Key", "Key"), CELLS)
    assert statuses(paper) == [None] * 4
    assert "status.unexplained_fill" in {finding.rule_id for finding in paper.findings}


KEY = ["Icon", "Status", "Description"]
SAYINGS = [
    "The task is done",
    "The task is under way",
    "It has not begun",
    "It has passed its date",
]


def test_stripes_behind_every_other_row_of_a_key_are_no_colours_of_it() -> None:
    icons = ["picture:aaaaaaaaaaaa", "picture:bbbbbbbbbbbb", "picture:cccccccccccc"]
    icons.append("picture:dddddddddddd")
    stripes = [None, "#eff3fa", None, "#eff3fa"]
    rows: list[list[C | str]] = [
        [C("", fill=stripe, symbols=(icon,)), C(status, fill=stripe), C(saying, fill=stripe)]
        for icon, stripe, status, saying in zip(icons, stripes, MEANINGS, SAYINGS, strict=True)
    ]
    paper = read(draft().table([*KEY], *rows), [C("", symbols=(icon,)) for icon in icons])
    assert statuses(paper) == STATUSES
    assert len(paper.actions) == len(ACTIONS)


@pytest.mark.parametrize("heads", [["Icon", "Status", "Description"], ["Status", "Meaning"]])
def test_a_key_of_which_no_sign_was_told_is_no_plan(heads: list[C | str]) -> None:
    rows: list[list[C | str]] = [
        [*([""] if len(heads) > 2 else []), status, saying]
        for status, saying in zip(MEANINGS, SAYINGS, strict=True)
    ]
    assert draft().table(heads, *rows).read().actions == []


def test_actions_with_statuses_that_repeat_are_a_plan_whatever_their_headings() -> None:
    rows: list[list[C | str]] = [
        ["", status, action]
        for status, action in zip(["Completed", "Overdue"] * 2, ACTIONS, strict=True)
    ]
    paper = draft().table([*KEY], *rows).read()
    assert len(paper.actions) == len(ACTIONS)

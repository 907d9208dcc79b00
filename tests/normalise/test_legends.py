"""Keys of icons, colours and letters, and statuses read with them."""

from __future__ import annotations

import pytest

from crossfoot.normalise.key_lines import read_key_lines
from crossfoot.normalise.legends import speaks_of_trend
from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADINGS: list[C | str] = ["Status", "PI Ref", "Indicator", "Q1 2019/20", "Target 2019/20"]


def icon(symbol: str) -> C:
    return C(symbols=(symbol,))


def read(status: C | str, *, draft: Draft | None = None) -> Paper:
    draft = draft or Draft()
    draft.line("Key Performance Indicators 2019/20", bold=True)
    return draft.table(HEADINGS, [status, "BV8", "Invoices paid", "97%", "98%"]).read()


def with_keys() -> Draft:
    draft = Draft().line("Action Status Key", bold=True)
    draft.table(
        ["Icon", "Status", "Description"],
        [icon("tick"), "Completed", "It has been done"],
        [icon("bell"), "Warning", "It is near its date"],
    )
    draft.line("Performance Indicator Key", bold=True)
    return draft.table(
        ["Icon", "Performance Indicator Status"],
        [icon("stop"), "Alert"],
        [icon("bell"), "Warning"],
    )


def test_key_tables_become_legends_with_meanings_by_subject() -> None:
    paper = read("Green", draft=with_keys())
    assert [(row.symbol, row.meaning_as_printed, row.meaning) for row in paper.legends] == [
        ("tick", "Completed", "completed"),
        ("bell", "Warning", "warning"),
        ("stop", "Alert", "red"),
        ("bell", "Warning", "amber"),
    ]


def test_an_icon_alone_is_read_with_the_key_of_its_subject() -> None:
    (row,) = read(icon("bell"), draft=with_keys()).indicators
    assert (row.status, row.status_as_printed, row.status_carrier) == ("amber", None, "icon")


def test_a_sign_beside_words_in_a_table_that_was_not_read_is_no_key() -> None:
    box = Box(50.0, 100.0, 90.0, 110.0)
    lines = [TextLine(1, box, "▲ up.", 8.0, False, False, ("glyph:▲",))]
    assert [entry.printed for entry in read_key_lines(lines)] == ["up."]
    assert not list(read_key_lines(lines, [(1, Box(40.0, 50.0, 500.0, 300.0))]))
    assert list(read_key_lines(lines, [(2, box), (1, Box(40.0, 150.0, 500.0, 300.0))]))


def test_an_icon_that_no_key_explains_is_no_status_and_is_told() -> None:
    paper = read(icon("star"), draft=with_keys())
    assert paper.indicators[0].status is None
    assert paper.indicators[0].status_carrier == "icon"
    assert [f.rule_id for f in paper.findings] == ["status.unexplained_icon"]


def test_where_word_and_icon_disagree_the_word_is_taken_and_it_is_told() -> None:
    paper = read(C("Green", symbols=("stop",)), draft=with_keys())
    assert (paper.indicators[0].status, paper.indicators[0].status_carrier) == ("green", "word")
    (finding,) = paper.findings
    assert (finding.rule_id, finding.printed, finding.expected) == (
        "status.disagree",
        "Green",
        "Alert",
    )
    assert len(paper.finding_cells) == 1


def test_an_icon_beside_a_word_elsewhere_explains_itself() -> None:
    draft = Draft().line("Indicators 2019/20", bold=True)
    draft.table(
        HEADINGS,
        [C("Red", symbols=("r",)), "BV8", "Invoices", "97%", "98%"],
        [icon("r"), "BV9", "Council tax", "97%", "98%"],
    )
    assert [row.status for row in draft.read().indicators] == ["red", "red"]


@pytest.mark.parametrize(
    ("cell", "status", "carrier"),
    [
        (C("R"), "red", "letter"),
        (C(fill="#00b050"), "green", "fill"),
        (C("Data Only"), "data_only", "word"),
        (C("Satisfactory ●"), "green", "word"),
    ],
)
def test_every_carrier_is_recorded(cell: C, status: str, carrier: str) -> None:
    (row,) = read(cell).indicators
    assert (row.status, row.status_carrier) == (status, carrier)


def test_a_word_that_is_no_status_is_kept_as_printed_and_told() -> None:
    paper = read("Purple")
    assert (paper.indicators[0].status, paper.indicators[0].status_as_printed) == (None, "Purple")
    assert [f.rule_id for f in paper.findings] == ["status.unknown_word"]


def test_lines_that_begin_with_a_picture_are_a_key() -> None:
    draft = Draft().line("Performance indicators on track, on or above target", symbols=("a",))
    draft.line("Performance indicators below target", symbols=("c",))
    draft.line("Our offices are open", symbols=("logo",))
    assert [(row.symbol, row.meaning) for row in read(icon("c"), draft=draft).legends] == [
        ("a", "green"),
        ("c", "red"),
    ]


def test_swatches_with_words_are_a_key_and_go_before_the_look_of_a_colour() -> None:
    draft = Draft().line("Where: -")
    draft.table(
        [C(fill="#ffff00"), "On target"],
        [C(fill="#ff0000"), "Behind target"],
        [C(fill="#0000ff"), "Original date of planned action"],
    )
    paper = read(C(fill="#ffff00"), draft=draft)
    assert [row.meaning for row in paper.legends] == ["green", "red", "original_date"]
    assert paper.indicators[0].status == "green"


def test_a_table_of_icons_and_figures_is_no_key() -> None:
    draft = Draft().table([icon("a"), "2019"], [icon("b"), "14 days"])
    assert draft.read().legends == []


@pytest.mark.parametrize("text", ["-", "N/A", "n/a"])
def test_a_dash_or_not_applicable_is_no_status(text: str) -> None:
    paper = read(text)
    assert (paper.indicators[0].status, paper.indicators[0].status_as_printed) == (None, None)
    assert (paper.statuses, paper.findings) == ([], ())


def test_a_key_whose_signs_stand_right_of_their_words() -> None:
    draft = Draft().line("Key", bold=True)
    draft.table(
        ["On target", C(symbols=("tick",)), "Within tolerance", C(symbols=("bar",))],
        ["Off target", C(symbols=("cross",)), "Unknown", C(symbols=("query",))],
    )
    draft.line("Performance indicators 2011/12", bold=True)
    draft.table(
        ["Status", "Ref", "Indicator", "2011/12"],
        [C(symbols=("tick",)), "A1", "Rent collected", "98%"],
        [C(symbols=("cross",)), "A2", "Rent arrears", "4%"],
    )
    paper = draft.read()
    assert [(row.symbol, row.meaning) for row in paper.legends] == [
        ("tick", "green"),
        ("bar", "amber"),
        ("cross", "red"),
        ("query", "unknown"),
    ]
    assert [row.status for row in paper.indicators] == ["green", "red"]


BETTER = ("on or better than target", "within 5% of target", "more than 5% worse than target")
PAINTS = ("#008000", "#ff9900", "#c00000")


@pytest.mark.parametrize(
    ("fill", "status"), list(zip(PAINTS, ("green", "amber", "red"), strict=True))
)
def test_better_than_target_is_a_status_and_no_direction(fill: str, status: str) -> None:
    told = zip(("Green", "Amber", "Red"), BETTER, strict=True)
    line = "; ".join(f"{colour}: {words}" for colour, words in told)
    paper = read(C(fill=fill), draft=Draft().line(f"Key to status: {line}."))
    assert paper.indicators[0].status == status


@pytest.mark.parametrize(
    ("words", "is_trend"),
    [
        ("Better than last year", True),
        ("Worse", True),
        ("Worsening", True),
        ("Improving, and better than target", True),
        ("Better than the target", False),
        ("Worse than the agreed threshold", False),
    ],
)
def test_only_what_is_better_than_before_tells_a_direction(words: str, is_trend: bool) -> None:
    assert speaks_of_trend(words) is is_trend


@pytest.mark.parametrize("parted", ["{}: {}", "{} - {}"])
def test_a_key_may_name_the_status_before_what_it_stands_for(parted: str) -> None:
    signs = ("\u2605", "\u25cf", "\u25b2")
    names = ("Green", "Amber", "Red")
    draft = Draft().table(
        *(
            [C(sign, symbols=(f"glyph:{sign}",)), parted.format(name, words)]
            for sign, name, words in zip(signs, names, BETTER, strict=True)
        )
    )
    paper = read(C("\u25b2", symbols=("glyph:\u25b2",)), draft=draft)
    assert [row.meaning for row in paper.legends] == ["green", "amber", "red"]
    assert paper.indicators[0].status == "red"


BLUE, GRASS = "#4f81bd", "#00b050"


def with_painted_names(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Service plan monitoring Quarter 2 2017/18", bold=True).table(*rows)
    draft.table(
        ["No.", "Key Task", "Lead", "Due", "Status"],
        ["1.1", "Publish an action plan", "Head of Planning", "Jan-2018", C("Blue", fill=BLUE)],
        ["1.2", "Consult residents", "Head of Housing", "Feb-2018", C("Green", fill=GRASS)],
    )
    return draft.read()


def test_a_colours_name_on_that_colour_is_explained_by_the_words_beside_it() -> None:
    paper = with_painted_names(
        [C("Blue", fill=BLUE), "Completed"], [C("Green", fill=GRASS), "In progress and on track"]
    )
    assert [(row.symbol, row.meaning_as_printed) for row in paper.legends] == [
        (BLUE, "Completed"),
        (GRASS, "In progress and on track"),
    ]
    assert [action.status for action in paper.actions] == ["completed", "green"]
    assert not [f for f in paper.findings if f.rule_id.startswith("status.")]


def test_names_on_other_colours_are_no_key() -> None:
    paper = with_painted_names(
        [C("Blue", fill=GRASS), "Completed"], [C("Green", fill=BLUE), "In progress and on track"]
    )
    assert len(paper.legends) == 0
    assert [action.status for action in paper.actions] == [None, "green"]

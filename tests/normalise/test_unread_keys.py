"""Keys where the reader of pages found no table: what their lines say is read, and nothing told."""

from __future__ import annotations

import pytest

from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.page import Box, Doubt, TextLine
from crossfoot.schema.paper import Known, Paper
from tests.normalise.paper_builder import Draft

KEY = [("PI Status", ""), ("OK", "tick"), ("Warning", "bell"), ("Alert", "stop")]


def read(*rows: tuple[str, str], beside: str = "") -> Paper:
    """A paper with these lines and their symbols in a place that was not read."""
    draft = Draft().line("Bromsgrove District Council", bold=True)
    draft.line("Performance report Quarter 2 2019/20", bold=True)
    for number, (text, symbol) in enumerate(rows):
        y = 200.0 + 16 * number
        names = (symbol,) if symbol else ()
        box = Box(120.0, y, 120.0 + 5 * len(text), y + 9.0)
        draft.lines.append(TextLine(1, box, text, 9.0, False, False, names))
        if beside and symbol:
            box = Box(60.0, y, 100.0, y + 9.0)
            draft.lines.append(TextLine(1, box, beside, 9.0))
    doubt = Doubt("unread_table", 1, Box(40.0, 190.0, 500.0, 270.0), "not read")
    reading = draft.reading()._replace(doubts=(doubt,))
    return interpret(reading, Known(), NormaliseSettings(reader_version="t")).opened()


def told(paper: Paper) -> bool:
    return any(finding.rule_id == "read.unread_table" for finding in paper.findings)


def test_signs_each_beside_its_meaning_are_a_key_and_no_unread_table() -> None:
    paper = read(*KEY)
    assert [(row.symbol, row.meaning_as_printed) for row in paper.legends] == [
        ("tick", "OK"),
        ("bell", "Warning"),
        ("stop", "Alert"),
    ]
    assert not told(paper)


@pytest.mark.parametrize(
    "rows",
    [
        [*KEY, ("Alert", "stop")],  # a sign is said again
        [*KEY, ("Homes let", "house")],  # words that are no meaning
        [*KEY, ("Homes let", "")],  # words without a sign below
        [("Target 95%", ""), *KEY[1:]],  # a figure above
        KEY[:2],  # one sign alone
    ],
)
def test_other_rows_are_a_table_that_was_not_read(rows: list[tuple[str, str]]) -> None:
    paper = read(*rows)
    assert told(paper)
    assert not paper.legends


def test_rows_with_words_beside_the_meanings_are_a_table_that_was_not_read() -> None:
    paper = read(*KEY, beside="Homes let")
    assert told(paper)
    assert not paper.legends


SAID = [("Completed", "tick"), ("Warning", "bell"), ("Overdue", "stop")]


def described(*heads: str, aligned: bool = True, rows: list[tuple[str, str]] = SAID) -> Paper:
    """A key with what each status says in a third column."""
    lines = [(60.0, heads[0]), (120.0, heads[1]), (220.0, heads[2])]
    draft = Draft().line("Performance report Quarter 2 2019/20", bold=True)
    draft.lines += [TextLine(1, Box(x, 200, x + 40, 209), text, 9.0) for x, text in lines]
    for number, (text, symbol) in enumerate(rows):
        y, x = 216.0 + 12 * number, 220.0 + (0 if aligned else 7 * number)
        draft.lines.append(TextLine(1, Box(120, y, 160, y + 9), text, 9.0, symbols=(symbol,)))
        draft.lines.append(TextLine(1, Box(x, y, x + 150, y + 9), f"The {text} action", 9.0))
    doubt = Doubt("unread_table", 1, Box(40.0, 190.0, 500.0, 270.0), "not read")
    reading = draft.reading()._replace(doubts=(doubt,))
    return interpret(reading, Known(), NormaliseSettings(reader_version="t")).opened()


def test_statuses_may_be_described_in_a_column_of_their_own() -> None:
    paper = described("Icon", "Status", "Description")
    assert [row.meaning_as_printed for row in paper.legends] == ["Completed", "Warning", "Overdue"]
    assert not told(paper)


def test_statuses_and_what_no_key_is_headed_with_are_a_table() -> None:
    assert told(described("Icon", "Status", "Action"))
    assert told(described("Icon", "Status", "Description", aligned=False))
    assert told(described("Icon", "Status", "Description", rows=SAID[:2]))

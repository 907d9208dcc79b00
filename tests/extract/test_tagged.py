"""What a structure tree says, before anybody asks whether it is true."""

from __future__ import annotations

from crossfoot.extract.characters import read_runs
from crossfoot.extract.pdfium import open_document
from crossfoot.extract.space import display_matrix
from crossfoot.extract.tagged import (
    NO_MARK,
    TaggedCell,
    TaggedTable,
    is_tagged,
    marks_of,
    tagged_tables,
)

from .tagged_pages import Element, Text, row, tagged_page

FOUR = [Text(50 + 60 * (at % 2), 100 + 20 * (at // 2), f"word{at}") for at in range(4)]


def tables_of(texts: list[Text], *tree: Element, marked: bool = True) -> list[TaggedTable]:
    data = tagged_page(texts, tree, marked=marked)
    with open_document(data, "page.pdf") as document, document.page(1) as page:
        assert is_tagged(page) is marked
        return tagged_tables(page)


def test_cells_have_their_marked_content_and_their_spans() -> None:
    wide = Element("TH", [Element("P", [0]), Element("P", [Element("Span", [1])])], 1, 2)
    table = Element(
        "Table",
        [Element("THead", [Element("TR", [wide])]), Element("TBody", [row(2, 3)])],
    )
    assert tables_of(FOUR, Element("Document", [Element("Sect", [table])])) == [
        TaggedTable([[TaggedCell((0, 1), 1, 2)], [TaggedCell((2,)), TaggedCell((3,))]], [])
    ]


def test_an_empty_cell_keeps_its_place_and_a_caption_is_in_no_cell() -> None:
    caption = Element("Caption", [Element("P", [3])])
    assert tables_of(FOUR, Element("Table", [caption, row(0, None, 1), row(2, None, None)])) == [
        TaggedTable(
            [
                [TaggedCell((0,)), TaggedCell((), told=False), TaggedCell((1,))],
                [TaggedCell((2,)), TaggedCell((), told=False), TaggedCell((), told=False)],
            ],
            [3],
        )
    ]


def test_of_a_table_that_lays_the_page_out_there_are_the_tables_inside() -> None:
    inner = Element("Table", [row(1, 2)])
    outer = Element("Table", [row(0, Element("TD", [inner])), row(3)])
    assert tables_of(FOUR, outer) == [TaggedTable([[TaggedCell((1,)), TaggedCell((2,))]], [])]


def test_spans_that_cannot_be_are_told_as_none() -> None:
    ((first, *_), *_) = tables_of(FOUR, Element("Table", [row(Element("TD", [0], -3, 5000))]))[
        0
    ].rows
    assert (first.down, first.across) == (0, 0)


def test_a_tree_too_deep_to_be_one_of_tables_has_none() -> None:
    deep = Element("Table", [row(0)])
    for _ in range(60):
        deep = Element("Sect", [deep])
    assert tables_of(FOUR, deep) == []


def test_print_of_a_form_is_in_none_of_the_page_s_marked_contents() -> None:
    texts = [FOUR[0], FOUR[1]._replace(form=True)]
    data = tagged_page(texts, [Element("Table", [row(0, 1)])])
    with open_document(data, "page.pdf") as document, document.page(1) as page:
        runs = read_runs(page, display_matrix(page)[0])
        assert [run.text for run in runs] == ["word0", "word1"]
        assert marks_of(page, runs) == [0, NO_MARK]

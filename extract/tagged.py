"""Tables that a page's structure tree tells: which marked content belongs to which cell.

Word processors and spreadsheets write for readers of screens what a table is (ISO 32000-1, 14.7 and
14.8.4.3: Table, TR, TH and TD, with RowSpan and ColSpan). What the tree says is not looked at here:
see :mod:`.tag_cells`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import Run, text_object_at
from crossfoot.extract.pdfium import Handle, Page, pointer, raw_call

_DEEPEST = 40  # levels from the tree's root to a cell's text; eight in use
_MOST_ELEMENTS = 50_000  # of a page; a spreadsheet's page of 100 rows by 20 columns has 4,000
_MOST_SPANNED = 1000  # rows or columns
_GROUPS = frozenset(("THead", "TBody", "TFoot"))
_CELLS = frozenset(("TH", "TD"))
NO_MARK = -1

_is_tagged = raw_call(pdfium.FPDFCatalog_IsTagged, ctypes.c_int)
_open_tree = raw_call(pdfium.FPDF_StructTree_GetForPage, Handle)
_close_tree = raw_call(pdfium.FPDF_StructTree_Close, None)
_count_roots = raw_call(pdfium.FPDF_StructTree_CountChildren, ctypes.c_int)
_root_at = raw_call(pdfium.FPDF_StructTree_GetChildAtIndex, Handle)
_count_kids = raw_call(pdfium.FPDF_StructElement_CountChildren, ctypes.c_int)
_kid_at = raw_call(pdfium.FPDF_StructElement_GetChildAtIndex, Handle)
_kid_mark = raw_call(pdfium.FPDF_StructElement_GetChildMarkedContentID, ctypes.c_int)
_get_type = raw_call(pdfium.FPDF_StructElement_GetType, ctypes.c_ulong)
_count_sets = raw_call(pdfium.FPDF_StructElement_GetAttributeCount, ctypes.c_int)
_set_at = raw_call(pdfium.FPDF_StructElement_GetAttributeAtIndex, Handle)
_value_of = raw_call(pdfium.FPDF_StructElement_Attr_GetValue, Handle)
_number_of = raw_call(pdfium.FPDF_StructElement_Attr_GetNumberValue, ctypes.c_int)
_mark_of = raw_call(pdfium.FPDFPageObj_GetMarkedContentID, ctypes.c_int)

_name = ctypes.create_string_buffer(64)
_number = ctypes.c_float()
_NAME, _NUMBER = pointer(ctypes.addressof(_name)), pointer(ctypes.addressof(_number))
_NAME_LENGTH = ctypes.c_ulong(len(_name))
_DOWN = ctypes.create_string_buffer(b"RowSpan")
_ACROSS = ctypes.create_string_buffer(b"ColSpan")
_SPANS = pointer(ctypes.addressof(_DOWN)), pointer(ctypes.addressof(_ACROSS))


class TaggedCell(NamedTuple):
    """A cell: the ids of its marked content on this page, and the rows and columns it spans.

    ``told`` is false where the tree only says that something stands in its row here that has no
    content on this page: an empty cell, or one of another page.
    """

    marks: tuple[int, ...]
    down: int = 1
    across: int = 1
    told: bool = True


class TaggedTable(NamedTuple):
    """A table: the cells of each row that has content on this page, and what stands in no cell."""

    rows: list[list[TaggedCell]]
    others: list[int]


class _OverrunError(Exception):
    """The tree is too deep or too large to be one of tables."""


def is_tagged(page: Page) -> bool:
    """Whether the document says that it is tagged. Asks the catalogue alone."""
    return bool(_is_tagged(pointer(page.document.raw)))


def tagged_tables(page: Page) -> list[TaggedTable]:
    """Return the tables that the structure tree of a page tells, those inside others left out.

    A table in whose cells others stand lays the page out: of it there are the inner ones. Of a tree
    that is too deep or too large there are none.
    """
    with _tree(page) as tree:
        if not tree:
            return []
        found: list[TaggedTable] = []
        walk = _Walk(found)
        try:
            for at in range(_count_roots(tree)):
                walk.look_for_tables(_root_at(tree, at), 0)
        except _OverrunError:
            return []
        return found


@contextmanager
def _tree(page: Page) -> Iterator[Handle]:
    tree = _open_tree(page.at)
    try:
        yield tree
    finally:
        if tree:
            _close_tree(tree)


class _Walk:
    """One walk over the elements of a page; adds the tables it meets to *found*."""

    def __init__(self, found: list[TaggedTable]) -> None:
        self._found = found
        self._left = _MOST_ELEMENTS

    def look_for_tables(self, element: Handle, depth: int) -> None:
        if not element:
            return
        if _type_of(element) != "Table":
            for kid, _ in self._kids(element, depth):
                self.look_for_tables(kid, depth + 1)
            return
        inner: list[Handle] = []
        table = TaggedTable([], [])
        self._rows(element, table, inner, depth)
        for one in inner:
            self.look_for_tables(one, depth + 1)
        if not inner:
            self._found.append(table)

    def _kids(self, element: Handle, depth: int) -> list[tuple[Handle, int]]:
        """Return an element's children on this page: elements, or ids of marked content.

        What has nothing on this page is neither.
        """
        count = max(0, _count_kids(element))
        self._left -= count
        if depth > _DEEPEST or self._left < 0:
            raise _OverrunError
        return [(_kid_at(element, at), _kid_mark(element, at)) for at in range(count)]

    def _rows(self, element: Handle, table: TaggedTable, inner: list[Handle], depth: int) -> None:
        for kid, mark in self._kids(element, depth):
            kind = _type_of(kid) if kid else ""
            if kind == "TR":
                table.rows.append(self._cells(kid, table, inner, depth + 1))
            elif kind in _GROUPS:
                self._rows(kid, table, inner, depth + 1)
            elif kid:
                table.others.extend(self._marks(kid, inner, depth + 1))
            elif mark != NO_MARK:
                table.others.append(mark)

    def _cells(
        self, row: Handle, table: TaggedTable, inner: list[Handle], depth: int
    ) -> list[TaggedCell]:
        cells = []
        for kid, mark in self._kids(row, depth):
            if kid and _type_of(kid) in _CELLS:
                marks = tuple(self._marks(kid, inner, depth + 1))
                cells.append(TaggedCell(marks, *_spans(kid)))
            elif kid:
                table.others.extend(self._marks(kid, inner, depth + 1))
            elif mark != NO_MARK:
                table.others.append(mark)
            else:
                cells.append(TaggedCell((), told=False))
        return cells

    def _marks(self, element: Handle, inner: list[Handle], depth: int) -> Iterator[int]:
        for kid, mark in self._kids(element, depth):
            if kid and _type_of(kid) == "Table":
                inner.append(kid)
            elif kid:
                yield from self._marks(kid, inner, depth + 1)
            elif mark != NO_MARK:
                yield mark


def _type_of(element: Handle) -> str:
    """Return the standard type of an element, by the file's own role map."""
    length = _get_type(element, _NAME, _NAME_LENGTH)
    if not 2 < length <= len(_name):
        return ""
    return _name.raw[: length - 2].decode("utf-16-le", "replace")


def _spans(element: Handle) -> tuple[int, int]:
    """Return how many rows and columns a cell spans; zero where it says what cannot be."""
    spans = [1, 1]
    for at in range(max(0, _count_sets(element))):
        attributes = _set_at(element, at)
        for which, key in enumerate(_SPANS):
            value = _value_of(attributes, key) if attributes else None
            if value and _number_of(value, _NUMBER):
                number = _number.value
                spans[which] = int(number) if 1 <= number <= _MOST_SPANNED else 0
    return spans[0], spans[1]


def marks_of(page: Page, runs: Sequence[Run]) -> list[int | None]:
    """Return for each run the id of the marked content that its characters are painted in.

    ``NO_MARK`` where they are in none, or painted by a form, whose ids are its own; ``None`` where
    they are not all in one.
    """
    own = {handle.value for handle in page.texts()}
    known: dict[int, int] = {}
    found: list[int | None] = []
    for run in runs:
        marks = set()
        for order in range(run.order, run.order + len(run.lefts)):
            text = text_object_at(page, order)
            if text not in known:
                known[text] = _mark_of(pointer(text)) if text in own else NO_MARK
            marks.add(known[text])
        found.append(marks.pop() if len(marks) == 1 else None)
    return found

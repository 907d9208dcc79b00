"""The only place that opens PDFs: documents and pages as context managers, errors as ours.

PDFium is not thread-safe: one process, one thread.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import Any, NewType

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.compiled import Loops
from crossfoot.extract.content import Content
from crossfoot.extract.typed import NONE, Typed, typed_on
from crossfoot.schema.errors import DocumentError

_MAGIC_WITHIN = 1024  # readers accept a header within the first 1,024 bytes (PDF 32000-1, H.3.4.1)

_REASONS = {
    pdfium.FPDF_ERR_FILE: ("it cannot be opened", "check that the file is readable"),
    pdfium.FPDF_ERR_FORMAT: (
        "it is damaged or cut off, or not a PDF",
        "fetch the file again from where it was published",
    ),
    pdfium.FPDF_ERR_PASSWORD: (
        "it is encrypted and needs a password",
        "save a copy without the password and ingest that",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "its encryption is not supported",
        "save a copy without encryption and ingest that",
    ),
}


Pointer = NewType("Pointer", object)


class Handle(ctypes.c_void_p):
    """The address of an object of PDFium's; false where there is none."""


def pointer(to: object) -> Pointer:
    """Return a handle of PDFium's, or an address, as :func:`raw_call` takes it."""
    return Pointer(ctypes.c_void_p.from_param(to if isinstance(to, int) else address_of(to)))


def address_of(thing: object) -> int:
    """Return the address of a function of PDFium's, or the one that a handle holds."""
    # By ctypes.cast a handle would hold on to itself: nothing collects that while a paper is read.
    return ctypes.c_void_p.from_buffer(thing).value or 0  # type: ignore[arg-type]


class Page:
    """An open page. ``raw`` is PDFium's page handle, ``document`` its document handle.

    ``at`` and ``text_at`` are the handles of the page and of its text for raw calls, ``address``
    and ``text_address`` the same for compiled loops, ``typed`` what was typed on the page.
    """

    __slots__ = (
        "_drawn",
        "_objects",
        "_places",
        "address",
        "at",
        "document",
        "raw",
        "text",
        "text_address",
        "text_at",
        "typed",
    )

    def __init__(
        self,
        document: Document,
        raw: pdfium.FPDF_PAGE,
        text: pdfium.FPDF_TEXTPAGE,
        typed: Typed = NONE,
    ):
        self.document = document
        self.typed = typed
        self.raw = raw
        self.address = address_of(raw)
        self.at = pointer(self.address)
        self._take(text)
        self._places: tuple[object, list[tuple[int, int]]] | None = None
        self._drawn: list[tuple[Handle, int]] | None = None
        self._objects: tuple[list[Handle], list[tuple[Handle, int]]] | None = None

    @contextmanager
    def turned(self, quarters: int) -> Iterator[None]:
        """Have the page displayed turned by so many quarter turns more, clockwise.

        Its text is taken anew: PDFium tells lines and blanks by how the page is displayed. Raises
        :class:`DocumentError`.
        """
        rotation = pdfium.FPDFPage_GetRotation(self.raw)
        pdfium.FPDFPage_SetRotation(self.raw, (rotation + quarters) % 4)
        before = self.text
        try:
            with _text_of(self.raw) as text:
                self._take(text)
                yield
        finally:
            self._take(before)
            pdfium.FPDFPage_SetRotation(self.raw, rotation)

    def _take(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self.text = text
        self.text_address = address_of(text)
        self.text_at = pointer(self.text_address)

    def count_drawn(self) -> int:
        """Return how many objects the page has that are no text."""
        places = self._places_drawn()
        return len(self.drawn() if places is None else places)

    def object_at(self, index: int) -> Handle:
        """Return the page's object at *index*, in painting order."""
        handle: Handle = _page_object(self.at, index)
        return handle

    def texts(self) -> list[Handle]:
        """Return the page's text objects, in painting order."""
        return self._listed()[0]

    def drawn(self) -> list[tuple[Handle, int]]:
        """Return the page's objects but its text, in painting order, each with PDFium's type."""
        if self._drawn is None:
            places = self._places_drawn()
            if places is None:
                return self._listed()[1]
            self._drawn = [(self.object_at(at), kind) for at, kind in places]
        return self._drawn

    def sample(self, wanted: int, many: int) -> tuple[int, list[Handle]]:
        """Return how many objects of PDFium's type *wanted* there are, and *many* or more of them.

        These are spread evenly over the page; all, if there are fewer.
        """
        places = self._places_drawn()
        if places is None:
            marks = [mark for mark, kind in self.drawn() if kind == wanted]
            return len(marks), marks[:: max(1, len(marks) // many)]
        found = [at for at, kind in places if kind == wanted]
        return len(found), list(map(self.object_at, found[:: max(1, len(found) // many)]))

    def _places_drawn(self) -> list[tuple[int, int]] | None:
        return None if compiled.loops is None else self.listed(compiled.loops)[1]

    def listed(self, loops: Loops) -> tuple[object, list[tuple[int, int]]]:
        """Return the page's objects, as compiled loops take them, and which of them are no text."""
        if self._places is None:
            self._places = loops.list_objects(self.address)
        return self._places

    def _listed(self) -> tuple[list[Handle], list[tuple[Handle, int]]]:
        if self._objects is None:
            # In C, since a page has hundreds, most of them text.
            count = pdfium.FPDFPage_CountObjects(self.raw)
            marks = list(map(_page_object, repeat(self.at), range(count)))
            kinds = list(map(type_of, marks))
            text = pdfium.FPDF_PAGEOBJ_TEXT
            if kinds.count(text) == count:
                self._objects = marks, []
            else:
                pairs = list(zip(marks, kinds, strict=True))
                self._objects = (
                    [mark for mark, kind in pairs if kind == text],
                    [pair for pair in pairs if pair[1] != text],
                )
        return self._objects


class Document:
    """An open document; ``pages`` is the page count that PDFium reports, ``content`` the file."""

    def __init__(self, inner: pypdfium.PdfDocument, content: Content) -> None:
        self._inner = inner
        self.content = content
        self.raw = inner.raw
        self.pages: int = len(inner)
        self._typed: dict[int, Typed] = {}

    @contextmanager
    def page(self, number: int) -> Iterator[Page]:
        """Open page *number* (1-based). Raises :class:`DocumentError` if PDFium cannot."""
        raw = self._load(number)
        typed = typed_on(raw)
        if typed.any:
            # Fields, remarks and stamps are print like any; made print, they are remarks no more.
            typed = self._typed.setdefault(number, typed)
            if pdfium.FPDFPage_Flatten(raw, pdfium.FLAT_NORMALDISPLAY):
                pdfium.FPDF_ClosePage(raw)
                raw = self._load(number)
        else:
            typed = self._typed.get(number, typed)
        try:
            with _text_of(raw) as text:
                yield Page(self, raw, text, typed)
        finally:
            pdfium.FPDF_ClosePage(raw)

    def _load(self, number: int) -> pdfium.FPDF_PAGE:
        raw = pdfium.FPDF_LoadPage(self.raw, number - 1)
        if not raw:
            raise DocumentError("the page is damaged", "fetch the file again")
        return raw


@contextmanager
def _text_of(raw: pdfium.FPDF_PAGE) -> Iterator[pdfium.FPDF_TEXTPAGE]:
    text = pdfium.FPDFText_LoadPage(raw)
    if not text:
        raise DocumentError("the text of the page cannot be read", "fetch the file again")
    try:
        yield text
    finally:
        pdfium.FPDFText_ClosePage(text)


@contextmanager
def open_document(content: Content, name: str) -> Iterator[Document]:
    """Open a document from what its file holds; *name* is for messages.

    Raises :class:`DocumentError` where the content is empty, no PDF, damaged or encrypted.
    """
    if not content:
        raise DocumentError(f"{name}: the file is empty", "fetch it again")
    if b"%PDF-" not in content[:_MAGIC_WITHIN]:
        raise DocumentError(f"{name}: this is not a PDF", "give PDF files or folders of them")
    try:
        inner = pypdfium.PdfDocument(content if isinstance(content, bytes) else content.path)
    except FileNotFoundError as error:
        raise DocumentError(f"{name}: the file has gone", "ingest it again") from error
    except pypdfium.PdfiumError as error:
        reason, remedy = _REASONS.get(
            pdfium.FPDF_GetLastError(), ("PDFium cannot open it", "fetch the file again")
        )
        raise DocumentError(f"{name}: {reason}", remedy) from error
    try:
        document = Document(inner, content)
        if document.pages < 1:
            raise DocumentError(f"{name}: it holds no pages", "fetch the file again")
        yield document
    finally:
        inner.close()


def raw_call(function: object, result: object) -> Callable[..., Any]:
    """Return a PDFium function that takes its arguments as they are.

    To convert and check arguments costs more than most calls do. Numbers go in as C's ``int``;
    handles and addresses only as made by :func:`pointer` or returned as :class:`Handle`, for half
    of an address given as a plain number would be lost.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    made: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(address)  # type: ignore[arg-type]
    return made


_page_object = raw_call(pdfium.FPDFPage_GetObject, Handle)
type_of = raw_call(pdfium.FPDFPageObj_GetType, ctypes.c_int)

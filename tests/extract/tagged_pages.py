"""A page with a structure tree, written out by hand: what a tree says may be anything, lies too.

No library writes a tree that does not fit its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.schema.page import Reading

from .drawn_pages import HIGH, WIDE, read_bytes

SIZE = 10


class Text(NamedTuple):
    """Print at its left end and baseline, in points from the top left; ``form``: by a form."""

    x: float
    y: float
    text: str
    form: bool = False


class Element(NamedTuple):
    """An element of the tree: its kind, its kids (elements, or texts by number), its spans.

    A text by number stands for the marked content it is painted in.
    """

    kind: str
    kids: Sequence[Element | int]
    down: int = 1
    across: int = 1


def row(*cells: int | Element | None, kind: str = "TD") -> Element:
    """A row: cells by the number of their text, ``None`` for an empty one."""
    kids = [
        cell if isinstance(cell, Element) else Element(kind, [] if cell is None else [cell])
        for cell in cells
    ]
    return Element("TR", kids)


def tagged_page(
    texts: Sequence[Text], tree: Sequence[Element], *, marked: bool = True, drawn: str = ""
) -> bytes:
    """Return a PDF of one page; its catalogue says that it is tagged where *marked*.

    *drawn* is painted as it stands, in PDF's own space.
    """
    return _Writer(texts, tree, marked, drawn).data()


def read_tagged(
    texts: Sequence[Text], *tree: Element, marked: bool = True, drawn: str = ""
) -> Reading:
    return read_bytes(tagged_page(texts, tree, marked=marked, drawn=drawn))


class _Writer:
    def __init__(
        self, texts: Sequence[Text], tree: Sequence[Element], marked: bool, drawn: str
    ) -> None:
        self._objects: list[str] = []
        self._texts = texts
        self._parents: dict[int, int] = {}
        catalogue, pages, page, font, content = (self._reserve() for _ in range(5))
        form, root, nums = self._reserve(), self._reserve(), self._reserve()
        kids = [self._element(element, root, page) for element in tree]
        parents = " ".join(
            f"{self._parents[at]} 0 R" if at in self._parents else "null"
            for at in range(len(texts))
        )
        self._set(
            catalogue,
            f"<</Type/Catalog/Pages {pages} 0 R/StructTreeRoot {root} 0 R"
            f"/MarkInfo<</Marked {'true' if marked else 'false'}>>>>",
        )
        self._set(pages, f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
        resources = f"<</Font<</F {font} 0 R>>/XObject<</X {form} 0 R>>>>"
        self._set(
            page,
            f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {WIDE} {HIGH}]/StructParents 0"
            f"/Resources{resources}/Contents {content} 0 R>>",
        )
        self._set(font, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        self._stream(content, "", [*self._painted(form=False), "/X Do", drawn])
        self._stream(
            form,
            f"/Type/XObject/Subtype/Form/BBox[0 0 {WIDE} {HIGH}]/Resources{resources}",
            self._painted(form=True),
        )
        listed = " ".join(f"{kid} 0 R" for kid in kids)
        self._set(root, f"<</Type/StructTreeRoot/K[{listed}]/ParentTree {nums} 0 R>>")
        self._set(nums, f"<</Nums[0 [{parents}]]>>")

    def _reserve(self) -> int:
        self._objects.append("")
        return len(self._objects)

    def _set(self, number: int, content: str) -> None:
        self._objects[number - 1] = content

    def _stream(self, number: int, head: str, lines: Sequence[str]) -> None:
        body = "\n".join(lines)
        self._set(number, f"<<{head}/Length {len(body)}>>stream\n{body}\nendstream")

    def _painted(self, *, form: bool) -> list[str]:
        return [
            f"/P<</MCID {at}>>BDC BT /F {SIZE} Tf {text.x} {HIGH - text.y} Td "
            f"({text.text}) Tj ET EMC"
            for at, text in enumerate(self._texts)
            if text.form is form
        ]

    def _element(self, element: Element, parent: int, page: int) -> int:
        number = self._reserve()
        kids = list(self._kids(element, number, page))
        spans = f"/A<</O/Table/RowSpan {element.down}/ColSpan {element.across}>>"
        plain = element.down == element.across == 1
        self._set(
            number,
            f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R/Pg {page} 0 R"
            f"{'' if plain else spans}/K[{' '.join(kids)}]>>",
        )
        return number

    def _kids(self, element: Element, number: int, page: int) -> Iterator[str]:
        for kid in element.kids:
            if isinstance(kid, int):
                self._parents[kid] = number
                yield str(kid)
            else:
                yield f"{self._element(kid, number, page)} 0 R"

    def data(self) -> bytes:
        found = b"%PDF-1.7\n"
        places = []
        for number, content in enumerate(self._objects, 1):
            places.append(len(found))
            found += f"{number} 0 obj\n{content}\nendobj\n".encode()
        table = "".join(f"{place:010d} 00000 n \n" for place in places)
        count = len(self._objects) + 1
        tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\n"
        return found + f"{tail}startxref\n{len(found)}\n%%EOF\n".encode()

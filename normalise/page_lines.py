"""The lines of a report by page, from the top; of a long report those of a few pages at a time."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.packed_pages import LinesOf
from crossfoot.schema.page import TextLine

_PAGES = 8  # of a long report; each table asks for its own and the page before


class PageLines:
    """Lines that print something and are no running head or foot, sorted once for each page."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._packed = lines if isinstance(lines, LinesOf) else None
        self._on: dict[int, list[TextLine]] = {}
        if self._packed is None:
            for line in lines:
                if not line.margin and line.text.strip():
                    self._on.setdefault(line.page, []).append(line)
            for of_page in self._on.values():
                of_page.sort(key=_place)

    def of(self, page: int) -> list[TextLine]:
        """The lines of one page."""
        if self._packed is None:
            return self._on.get(page, [])
        if page not in self._on:
            if len(self._on) >= _PAGES:
                self._on.clear()
            lines = self._packed.of_page(page)
            self._on[page] = sorted(
                [line for line in lines if not line.margin and line.text.strip()], key=_place
            )
        return self._on[page]


def _place(line: TextLine) -> tuple[float, float]:
    return line.box.y0, line.box.x0

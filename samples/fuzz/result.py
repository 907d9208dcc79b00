"""What came of comparing one paper, or many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Result:
    """Counts and, for what is not exact, one line each.

    ``refused``: no typed value, and a finding or a doubt says so. ``wrong``: a value or a cell
    that differs without a doubt, one that was never drawn, or one that vanished without a word.
    """

    exact: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def same(self, kind: str) -> None:
        self.exact[kind] += 1

    def differs(self, kind: str, line: str, *, told: bool) -> None:
        """Something is not as drawn; *told* says that the reader says so."""
        (self.refused if told else self.wrong).append(f"{kind}: {line}")

    def fact(self, kind: str, drawn: object, found: object, *, told: bool, at: str = "") -> None:
        """Compare one value; a null is a refusal where the reader told of it."""
        if drawn == found:
            self.same(kind)
        else:
            line = f"{at}drawn {drawn!r}, read {found!r}"
            self.differs(kind, line, told=told and found is None)

    def missing_table(self, number: int, cells: int, *, told: bool) -> None:
        self.differs("table", f"{number} with {cells} cells was not found", told=told)

    def lines(self) -> Iterator[str]:
        yield from (f"WRONG {line}" for line in self.wrong)
        yield from (f"refused {line}" for line in self.refused)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {kind}s" for kind, count in sorted(self.exact.items()))
        return f"exact: {counts or 'none'}; refused {len(self.refused)}; wrong {len(self.wrong)}"

    def __iadd__(self, other: Result) -> Result:
        self.exact += other.exact
        self.refused += other.refused
        self.wrong += other.wrong
        return self

"""Decisions on series in words, and the commands that take them."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crossfoot.database_name import unnamed_database
from crossfoot.schema.values import LinkKind

_SENTENCES: Mapping[LinkKind, str] = {
    "same": "{a} is the same as {b}",
    "successor": "{a} is the successor of {b}",
    "sum-of": "{a} is the sum of {b} and others",
    "part-of": "{a} is a part of {b}",
    "redefined": "{a} is {b} redefined",
    "unrelated": "{a} is unrelated to {b}",
}
_DIGITS = 12
#: Codes that a shell and the command line take as they are, but for blanks.
_PLAIN = re.compile(r"[A-Za-z0-9][\w ./&()-]*")


@dataclass(frozen=True)
class Name:
    """What a series is called."""

    series_id: str
    council: str | None
    code: str | None
    title: str | None

    def __str__(self) -> str:
        title = f"'{self.title}'" if self.title else None
        return " ".join(part for part in (self.code, title) if part) or self.series_id[:_DIGITS]

    @property
    def short(self) -> str:
        """The code, else the title."""
        return self.code or (f"'{self.title}'" if self.title else self.series_id[:_DIGITS])


def sentence(a: str, kind: LinkKind, b: str) -> str:
    """Say that *a* is the *kind* of *b*."""
    return _SENTENCES[kind].format(a=a, b=b)


class Selectors:
    """What to type for a series: its code where only one series has it, else part of its id."""

    def __init__(self, codes: Iterable[str | None], db: str) -> None:
        self._often = Counter(code.casefold() for code in codes if code)
        self._db = db

    def of(self, name: Name) -> str:
        code = name.code
        if code and self._often[code.casefold()] == 1 and _PLAIN.fullmatch(code):
            return code
        return name.series_id[:_DIGITS]

    def command(self, a: Name, b: Name, kind: LinkKind) -> str:
        """The command line that records that *a* is the *kind* of *b*."""
        words = ["crossfoot", "link", self.of(a), self.of(b), "--as", kind]
        if self._db != unnamed_database():
            words += ["--db", self._db]
        return shlex.join(words)

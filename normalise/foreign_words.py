"""Which texts of a table cannot be headings, told by one long word that stands in none.

Nearly every text that is asked whether it heads a column is a sentence of a row. To look for a
period in it, and for what is left among the listed headings, takes ten times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crossfoot.normalise.headings import EMPTY_WORDS, NEAR_SHORTEST, HeadingTable, heading_key
from crossfoot.normalise.slips import may_be_slip
from crossfoot.normalise.standings import may_hold_standing

#: Shorter words are of headings and sentences alike, and no slip of them is known.
_LONG = NEAR_SHORTEST
#: Words remembered, those of a hundred papers.
_REMEMBERED = 8192
#: Long words that may stand beside those of a listed heading: of a period, a unit, or of what says
#: which printing of the figures stands below.
_BESIDE = EMPTY_WORDS | frozenset(
    """
    january february august september october november december financial quarter quarters quater
    quaters months yearly rolling ending during twelve twelvemonth twelvemonths through second
    fourth thirteen period periods number thousand thousands million millions billion billions
    unaudited audited provisional subject change changes figures values position latest current
    cumulative academic school
    """.split()  # noqa: SIM905 - a list of words reads better
)
_OF_QUARTERS = ("qu", "qtr")
#: A stroke that does not part the two years of one: of two names beside it one may be any word.
_STROKE = re.compile(r"(?<![0-9])/|/(?![0-9])")


@dataclass
class ForeignWords:
    """Knows the words that stand in no heading of a table, each looked up once."""

    table: HeadingTable
    _known: dict[str, bool] = field(default_factory=dict)
    _run_together: str = field(init=False)

    def __post_init__(self) -> None:
        self._run_together = "\n".join(self.table.unspaced)

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in *text*: then it is no heading, exactly or nearly.

        False says nothing.
        """
        if "/" in text and _STROKE.search(text):
            return False
        known = self._known
        for word in heading_key(text).split():
            foreign = known.get(word)
            if foreign is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                foreign = known[word] = self._is_foreign(word)
            if foreign:
                return True
        return False

    def _is_foreign(self, word: str) -> bool:
        """Whether no listed heading holds the word as it stands, misspelt or broken by a column."""
        return (
            len(word) >= _LONG
            and word.isalpha()
            and word not in _BESIDE
            and not word.startswith(_OF_QUARTERS)
            and not may_hold_standing(word)
            and not may_be_slip(word, self.table.spellings)
            and word not in self._run_together
        )

"""Settings of the reading stage."""

from __future__ import annotations

from crossfoot.schema.settings import Settings


class ExtractSettings(Settings):
    """How a document is read. All lengths are PDF points.

    ``snap`` joins rules that stand closer than any two printed lines could (a double border is
    drawn 1.5 to 3 pt apart, the smallest row of text is 6 pt high). ``reach`` is how far a rule
    may stop short of the one it meets. ``thin`` is the thickest bar that is still taken for a rule:
    word processors offer borders of 4.5 pt, no row of text is lower than 6.
    """

    snap: float = 3.0
    reach: float = 3.0
    thin: float = 4.5
    max_pages: int = 5000

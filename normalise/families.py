"""Families of columns that several modules ask about: what their heading means, up to its dot."""

from __future__ import annotations

#: Columns that hold figures.
FIGURE_FAMILIES = frozenset({"result", "outturn", "target", "previous", "comparator"})
#: What was achieved, in whatever period.
RESULT_FAMILIES = frozenset({"result", "outturn"})

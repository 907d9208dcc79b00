"""What the views are written with: SQL that SQLite and PostgreSQL read alike.

The stages follow :mod:`crossfoot.store.trend` step by step (:mod:`crossfoot.store.figure_groups`,
:mod:`crossfoot.store.repeats`, :mod:`crossfoot.store.order`), and tests hold them against it.

Every window of every stage is parted by :data:`KEY` first. Both databases hand a condition on such
a column (``code = 'BV9'``) down to the figures themselves, so that one series is read by its index;
in a store of 108,000 figures that is 5 ms instead of 3 s.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from crossfoot.store.succession import rank_in_sql, tentative_in_sql

Backend = Literal["sqlite", "postgresql"]

#: What makes printings one figure (:func:`crossfoot.store.figure_groups.figure_key`), but for the
#: basis, which :func:`settled` finds. ``council`` and ``code`` follow from the series.
KEY = "series_id, council, code, measure, period, nameless, period_start, period_end, speaks_of"
GROUP = f"{KEY}, counted"

#: What the last of so many printed digits behind the point counts; more are not told apart.
_DIGITS = " ".join(f"WHEN {digits} THEN {10.0**-digits:.{digits}f}" for digits in range(1, 10))
#: As :mod:`crossfoot.store.rounding`: words behind a number that count larger units.
_SCALES = (
    (1e3, ("k", "thousand")),
    (1e6, ("m", "mn", "million")),
    (1e9, ("b", "bn", "billion")),
)


class Words(NamedTuple):
    """What the two databases say differently."""

    backend: Backend

    def day(self, column: str) -> str:
        """A date as text, in order of time."""
        return column if self.backend == "sqlite" else f"to_char({column}, 'YYYY-MM-DD')"

    @property
    def bytewise(self) -> str:
        """Compare text by its characters' numbers, whatever the database's language."""
        return "" if self.backend == "sqlite" else ' COLLATE "C"'

    def last_digit(self, figure: str) -> str:
        """What the last printed digit of a figure counts: 0.1 for 97.0, 1000 for £1,234k."""
        scales = " ".join(
            f"WHEN {self._has_scale(f'{figure}.as_printed', words)} THEN {power:.1f}"
            for power, words in _SCALES
        )
        return f"CASE {figure}.decimals WHEN 0 THEN 1.0 {_DIGITS} END * CASE {scales} ELSE 1.0 END"

    def _has_scale(self, column: str, words: tuple[str, ...]) -> str:
        if self.backend == "postgresql":
            return f"{column} ~* '[0-9]\\s?({'|'.join(words)})(?![a-z])'"
        globs = [f"*[0-9]{blank}{word}[^a-z]*" for word in words for blank in ("", " ")]
        return " OR ".join(f"lower({column}) || ' ' GLOB '{glob}'" for glob in globs)


def speaks_of(figure: str, document: str) -> str:
    """As :attr:`crossfoot.store.printing.Printing.speaks_of`."""
    told = f"{document}.reporting_period_end"
    return (
        f"CASE WHEN {figure}.as_of IS NOT NULL THEN {figure}.as_of "
        f"WHEN {figure}.basis = 'to_date' AND {figure}.period_start <= {told} "
        f"AND {told} < {figure}.period_end THEN {told} END"
    )


def said(figure: str) -> str:
    """A figure's value as text that is equal where the numbers are: 97.0 and 97."""
    text = f"CAST({figure}.value AS TEXT)"
    whole = f"replace({text}, '.', '') = {text}"
    return f"CASE WHEN {whole} THEN {text} ELSE rtrim(rtrim({text}, '0'), '.') END"


def same(one: str, other: str) -> str:
    """Whether two are equal or both null."""
    return f"({one} = {other} OR ({one} IS NULL AND {other} IS NULL))"


Stage = tuple[str, str]
"""A name, and the query behind it; it reads the stages before it by their names."""


def in_stages(stages: Iterable[Stage], query: str) -> str:
    """Return *query* with the stages that it reads; each is read once, so none is kept apart."""
    return f"WITH {', '.join(f'{name} AS ({text})' for name, text in stages)} {query}"


_SUPERSEDED = f"""EXISTS (
        SELECT 1 FROM figures h WHERE h.indicator_id = f.indicator_id
          AND (f.footnote IS NOT NULL OR h.footnote IS NOT NULL) AND h.period = f.period
          AND h.measure = f.measure AND h.basis = f.basis AND {same("h.as_of", "f.as_of")}
          AND h.value IS NOT NULL AND h.source = 'cell'
          AND {rank_in_sql("f")} < {rank_in_sql("h")})"""


def printings() -> str:
    """Every figure with what its choice depends on; as narrow as can be, since it is sorted.

    ``class``: a figure that a cell prints (1) comes before one that its own row prints as another
    now or that is not final (2, :mod:`crossfoot.store.succession`) and one that a note mentions
    (3), all before one without a value (4). ``several``: its report is in several files.
    """
    return f"""
    SELECT f.figure_id, f.series_id, s.council, s.code, f.measure, f.basis, f.period,
      CASE WHEN f.period IS NULL THEN f.figure_id END AS nameless,
      f.period_start, f.period_end, {speaks_of("f", "d")} AS speaks_of,
      f.document_id, d.published_on, d.reporting_period_end AS told, {said("f")} AS said,
      CASE WHEN f.value IS NULL THEN 4 WHEN f.source <> 'cell' THEN 3
        WHEN f.period IS NOT NULL AND {tentative_in_sql("f")} = 1 THEN 2
        WHEN {_SUPERSEDED} THEN 2 ELSE 1 END AS class,
      CASE WHEN d.same_report_as IS NOT NULL
        OR d.document_id IN (SELECT same_report_as FROM documents) THEN 1 ELSE 0 END AS several
    FROM figures f
    JOIN documents d ON d.document_id = f.document_id
    JOIN series s ON s.series_id = f.series_id"""


def alike(figure: str, document: str, of: str) -> str:
    """Whether a figure has the key of the row *of*; says nothing of its basis."""
    return f"""{figure}.series_id = {of}.series_id AND {figure}.measure = {of}.measure
      AND {same(f"{figure}.period_end", f"{of}.period_end")}
      AND {same(f"{figure}.period_start", f"{of}.period_start")}
      AND {same(f"{figure}.period", f"{of}.period")}
      AND ({of}.nameless IS NULL OR {figure}.figure_id = {of}.nameless)
      AND {same(speaks_of(figure, document), f"{of}.speaks_of")}"""


def in_group(figure: str, document: str, of: str) -> str:
    """Whether a figure is of the group of the row *of*, which says its ``counted`` basis."""
    basis = f"{figure}.basis = {of}.counted OR ({of}.joined = 1 AND {figure}.basis = 'unknown')"
    return f"{alike(figure, document, of)} AND ({basis})"


def repeats(figure: str, document: str, of: str) -> str:
    """Whether an earlier file of the same report prints the figure (of the group of *of*) too."""
    day = "coalesce({}.published_on, '9999-12-31')".format
    mine, other = day(document), day("e")
    own = f"{document}.same_report_as IS NULL"
    return f"""EXISTS (
      SELECT 1 FROM figures q JOIN documents e ON e.document_id = q.document_id
      WHERE {in_group("q", "e", of)}
        AND coalesce(e.same_report_as, e.document_id)
          = coalesce({document}.same_report_as, {document}.document_id)
        AND q.value_state = {figure}.value_state AND {same(said("q"), said(figure))}
        AND {same("q.decimals", f"{figure}.decimals")} AND q.source = {figure}.source
        AND ({other} < {mine} OR ({other} = {mine} AND (
          (e.same_report_as IS NULL AND NOT {own})
          OR ((e.same_report_as IS NULL) = ({own})
            AND e.document_id < {document}.document_id)))))"""


def first_files(source: str) -> Stage:
    """Leave out what repeats an earlier file of the same report."""
    query = f"""
    SELECT a.* FROM {source} a
    WHERE several = 0 OR NOT EXISTS (
      SELECT 1 FROM figures f JOIN documents d ON d.document_id = f.document_id
      WHERE f.figure_id = a.figure_id AND {repeats("f", "d", "a")})"""
    return "first_files", query


def latest(source: str, name: str, group: str, words: Words) -> list[Stage]:
    """The latest row of each group, and the rule that says so (:mod:`crossfoot.store.order`).

    Of *source* only rows of the best (smallest) ``class`` of a group count; it gives ``figure_id``,
    ``document_id``, ``published_on``, ``told`` and ``said`` of what is chosen among. The stages are
    called after *name*, the last by it.
    """
    day = words.day("coalesce(published_on, told, '0001-01-01')")
    return [
        (
            f"{name}_whole",
            f"""
    SELECT a.*, count(*) OVER g AS n, count(published_on) OVER g AS dated,
      max(published_on) OVER g AS last_day, min(said) OVER g AS least, max(said) OVER g AS most
    FROM {source} a WINDOW g AS (PARTITION BY {group}, class)""",
        ),
        (
            f"{name}_days",
            f"""
    SELECT a.*, CASE WHEN dated < n OR published_on = last_day THEN 1 ELSE 0 END AS in_last
    FROM {name}_whole a""",
        ),
        (
            f"{name}_of_day",
            f"""
    SELECT a.*, min(said) OVER g AS low, max(said) OVER g AS high,
      count(*) OVER g AS m, count(told) OVER g AS tolds, max(told) OVER g AS last_told
    FROM {name}_days a WINDOW g AS (PARTITION BY {group}, class, in_last)""",
        ),
        (
            f"{name}_placed",
            f"""
    SELECT a.*, {day} || document_id || figure_id{words.bytewise} AS place,
      CASE WHEN (dated < n OR low <> high) AND tolds = m AND told < last_told
        THEN 0 ELSE 1 END AS in_told
    FROM {name}_of_day a""",
        ),
        (
            f"{name}_ranked",
            f"""
    SELECT a.*, min(said) OVER e AS lowest, max(said) OVER e AS highest, min(class) OVER e AS best,
      max(in_last) OVER e AS any_last, max(in_told) OVER e AS any_told, max(place) OVER e AS top
    FROM {name}_placed a
    WINDOW e AS (PARTITION BY {group} ORDER BY class, in_last DESC, in_told DESC)""",
        ),
        (
            name,
            f"""
    SELECT a.*, CASE WHEN least <> most THEN 1 ELSE 0 END AS contested,
      CASE WHEN n = 1 THEN 'only'
        WHEN dated = n AND (low IS NULL OR low = high) THEN 'published_on'
        WHEN lowest <> highest THEN 'unknown'
        WHEN tolds = m THEN 'reporting_period_end' ELSE 'agreed' END AS decided_by
    FROM {name}_ranked a
    WHERE class = best AND in_last = any_last AND in_told = any_told AND place = top""",
        ),
    ]

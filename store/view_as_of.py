"""``series_as_of``: every figure that ever stood, with the days from and until which it did."""

from __future__ import annotations

from crossfoot.store.view_latest import FIGURE, JOINS, PLACE
from crossfoot.store.view_parts import (
    GROUP,
    KEY,
    Stage,
    Words,
    alike,
    first_files,
    in_stages,
    printings,
)

_GROUP = f"{GROUP}, mode"


def series_as_of(words: Words) -> str:
    """Return the view's SELECT.

    Of a day it gives what :func:`crossfoot.store.trend.trend` gives as of that day, with every
    measure. Printings of papers without a day of publication stand beside, with ``is_dated``
    false and no days.
    """
    undated = f"""
    SELECT a.series_id, a.council, a.code, a.measure, a.period, a.period_start, a.period_end,
      a.speaks_of, a.figure_id AS shown_id, a.published_on AS known_from,
      a.published_on AS known_until, NULL AS decided_by, NULL AS replaced_id
    FROM ({printings()}) a WHERE a.published_on IS NULL"""
    stages = [
        *_in_modes(words),
        first_files("in_modes"),
        *_chosen(words),
        *_STOOD,
        ("known", f"SELECT * FROM dated UNION ALL {undated}"),
    ]
    return in_stages(stages, _ROWS)


_ROWS = f"""
    SELECT {FIGURE},
      x.known_from, x.known_until, d.published_on IS NOT NULL AS is_dated, x.decided_by,
      r.value AS replaced_value, CAST(r.value AS DOUBLE PRECISION) AS replaced_value_number,
      r.figure_id AS replaced_figure_id,
      {PLACE}
    FROM known x
    {JOINS}
    LEFT JOIN figures r ON r.figure_id = x.replaced_id
    WHERE f.value_state <> 'blank'"""


def _in_modes(words: Words) -> list[Stage]:
    """Give every dated printing its group, for each time in which it is another.

    Results of unknown basis join those of the one known basis of their key from the day on which
    there is one (``begins``), until another is printed or one paper prints both (``ends``). So
    they stand alone (mode 1), then joined (2), then alone again (3), and so does that basis.
    """
    known = f"CASE WHEN basis <> 'unknown' THEN {words.day('published_on')} || basis END"
    keyed = f"""
    SELECT a.*, min({known}) OVER k AS first_known,
      min(CASE WHEN basis <> 'unknown' THEN published_on END) OVER k AS begins,
      max(CASE WHEN basis = 'unknown' THEN 1 ELSE 0 END) OVER k AS loose
    FROM printings a WINDOW k AS (PARTITION BY {KEY})"""
    named = """
    SELECT a.*, substr(first_known, 11) AS one,
      CASE WHEN loose = 1 AND begins IS NOT NULL AND measure IN ('outturn', 'actual')
        THEN 1 ELSE 0 END AS mixed
    FROM keyed a"""
    timed = f"""
    SELECT a.*, CASE WHEN mixed = 1 THEN (
        SELECT min(ud.published_on)
        FROM figures u JOIN documents ud ON ud.document_id = u.document_id
        WHERE {alike("u", "ud", "a")} AND u.basis <> 'unknown' AND (u.basis <> a.one OR EXISTS (
          SELECT 1 FROM figures k WHERE k.document_id = u.document_id AND k.basis = 'unknown'
            AND {alike("k", "ud", "a")}))) END AS ends
    FROM named a"""
    ended = """
    SELECT a.*, CASE WHEN mixed = 1 AND (ends IS NULL OR begins < ends) THEN 1 ELSE 0 END AS joins
    FROM timed a"""
    in_modes = """
    SELECT a.*, mode, CASE WHEN mode = 2 THEN 1 ELSE 0 END AS joined,
      CASE WHEN mode = 2 THEN one ELSE basis END AS counted,
      CASE WHEN joins = 1 THEN CASE mode WHEN 2 THEN begins WHEN 3 THEN ends END END AS since,
      CASE WHEN joins = 1 THEN CASE mode WHEN 1 THEN begins WHEN 2 THEN ends END END AS until
    FROM ended a
    JOIN (SELECT 1 AS mode UNION ALL SELECT 2 UNION ALL SELECT 3) modes
      ON (joins = 0 AND mode = 3) OR (joins = 1 AND (
        (mode = 1 AND basis = 'unknown' AND published_on < begins)
        OR (mode = 2 AND (ends IS NULL OR published_on < ends))
        OR (mode = 3 AND ends IS NOT NULL)))"""
    return [
        ("printings", f"{printings()} WHERE d.published_on IS NOT NULL"),
        ("keyed", keyed),
        ("named", named),
        ("timed", timed),
        ("ended", ended),
        ("in_modes", in_modes),
    ]


def _chosen(words: Words) -> list[Stage]:
    """The one of each day that counts from then on: of the best class so far, the day's latest."""
    so_far = f"""
    SELECT a.*, min(class) OVER (PARTITION BY {_GROUP} ORDER BY published_on) AS best
    FROM first_files a"""
    of_day = f"""
    SELECT a.*, count(*) OVER g AS m, count(told) OVER g AS tolds, max(told) OVER g AS last_told,
      min(said) OVER g AS low, max(said) OVER g AS high
    FROM so_far a WHERE class = best
    WINDOW g AS (PARTITION BY {_GROUP}, published_on)"""
    placed = f"""
    SELECT a.*, document_id || figure_id{words.bytewise} AS place,
      CASE WHEN low <> high AND tolds = m AND told < last_told THEN 0 ELSE 1 END AS in_told
    FROM of_day a"""
    ranked = f"""
    SELECT a.*, min(said) OVER e AS lowest, max(said) OVER e AS highest,
      max(in_told) OVER e AS any_told, max(place) OVER e AS top
    FROM placed a
    WINDOW e AS (PARTITION BY {_GROUP}, published_on ORDER BY in_told DESC)"""
    chosen = "SELECT a.* FROM ranked a WHERE in_told = any_told AND place = top"
    return [
        ("so_far", so_far),
        ("of_day", of_day),
        ("placed", placed),
        ("ranked", ranked),
        ("chosen", chosen),
    ]


#: What stood before each figure and on which day the next one came; then the days are cut to those
#: in which the group was one.
_STOOD = (
    (
        "stood",
        f"""
    SELECT a.*, lead(published_on) OVER t AS next_day, lag(figure_id) OVER t AS before_id,
      lag(class) OVER t AS before_class
    FROM chosen a WINDOW t AS (PARTITION BY {_GROUP} ORDER BY published_on)""",
    ),
    (
        "cut",
        """
    SELECT a.*, CASE WHEN published_on < since THEN since ELSE published_on END AS known_from,
      CASE WHEN next_day IS NULL OR until < next_day THEN until ELSE next_day END AS known_until
    FROM stood a""",
    ),
    (
        "dated",
        """
    SELECT a.series_id, a.council, a.code, a.measure, a.period, a.period_start, a.period_end,
      a.speaks_of, a.figure_id AS shown_id, a.known_from, a.known_until,
      CASE WHEN m = 1 AND (before_class IS NULL OR before_class <> class) THEN 'only'
        WHEN low IS NULL OR low = high THEN 'published_on'
        WHEN lowest <> highest THEN 'unknown' ELSE 'reporting_period_end' END AS decided_by,
      a.before_id AS replaced_id
    FROM cut a WHERE known_until IS NULL OR known_from < known_until""",
    ),
)

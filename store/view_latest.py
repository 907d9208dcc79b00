"""``series_latest``: of each series, period and measure the figure that stands now."""

from __future__ import annotations

from crossfoot.store.succession import tentative_in_sql
from crossfoot.store.view_parts import (
    GROUP,
    KEY,
    Stage,
    Words,
    alike,
    first_files,
    in_group,
    in_stages,
    latest,
    printings,
    repeats,
    said,
    speaks_of,
)

_CHOSEN = "series_id, council, code, measure, period, period_start, period_end, speaks_of"


def series_latest(words: Words) -> str:
    """Return the view's SELECT.

    The choice is that of :func:`crossfoot.store.trend.trend` without a day and with every measure;
    cells that print nothing are no figure and have no row.
    """
    shown = f"""
    SELECT {_CHOSEN}, figure_id AS shown_id, decided_by AS decided,
      CASE WHEN contested = 1 OR superseding = 1 THEN ({_other(words)}) END AS other_id
    FROM chosen a"""
    beside = f"""
    SELECT {_CHOSEN}, shown_id, decided, other_id,
      CASE WHEN decided_by <> 'unknown' AND class < {_NONE} THEN figure_id END AS target_id
    FROM target a"""
    stages = [
        *_settled(),
        first_files("settled"),
        *latest("first_files", "chosen", GROUP, words),
        ("shown", shown),
        ("candidates", _candidates()),
        *latest("candidates", "target", f"{_CHOSEN}, shown_id", words),
        ("beside", beside),
    ]
    return in_stages(stages, _ROWS)


#: The shown figure and where it stands, the same in both views. The status is the one that its row
#: prints for its period.
FIGURE = """x.series_id, x.council, x.code, s.title, s.polarity, x.measure, f.basis,
      x.period, x.period_start, x.period_end, x.speaks_of,
      f.value, CAST(f.value AS DOUBLE PRECISION) AS value_number, f.decimals, f.unit,
      f.value_state, f.as_printed, (
        SELECT CASE WHEN min(p.status) = max(p.status) THEN min(p.status) END
        FROM statuses p WHERE p.indicator_id = f.indicator_id AND p.period = f.period) AS status,
      f.footnote, i.note, f.source, f.confidence"""
PLACE = """f.document_id, d.file_name, d.source_url, d.published_on, d.reporting_period,
      d.same_report_as, f.page, f.table_no, f.row_no, f.x0, f.y0, f.x1, f.y1, f.cell_id,
      f.figure_id, f.indicator_id"""
JOINS = """JOIN figures f ON f.figure_id = x.shown_id
    JOIN documents d ON d.document_id = f.document_id
    JOIN series s ON s.series_id = x.series_id
    JOIN indicators i ON i.indicator_id = f.indicator_id"""
_ROWS = f"""
    SELECT {FIGURE},
      t.value AS target, CAST(t.value AS DOUBLE PRECISION) AS target_number,
      t.figure_id AS target_figure_id, x.decided AS decided_by,
      o.figure_id IS NOT NULL AS is_changed, o.value AS other_value,
      CAST(o.value AS DOUBLE PRECISION) AS other_value_number, o.figure_id AS other_figure_id,
      od.file_name AS other_file_name, o.page AS other_page,
      od.published_on AS other_published_on,
      {PLACE}
    FROM beside x
    {JOINS}
    LEFT JOIN figures t ON t.figure_id = x.target_id
    LEFT JOIN figures o ON o.figure_id = x.other_id
    LEFT JOIN documents od ON od.document_id = o.document_id
    WHERE f.value_state <> 'blank'"""


def _settled() -> list[Stage]:
    """Say of every figure by which basis it ``counted``.

    A result of unknown basis joins those of the one known basis of its key (``joined``), unless
    one paper prints both.
    """
    known = "CASE WHEN basis <> 'unknown' THEN basis END"
    keyed = f"""
    SELECT a.*, min({known}) OVER k AS one, max({known}) OVER k AS other,
      max(CASE WHEN basis = 'unknown' THEN 1 ELSE 0 END) OVER k AS loose,
      max(CASE WHEN class = 2 THEN 1 ELSE 0 END) OVER k AS superseding
    FROM printings a WINDOW k AS (PARTITION BY {KEY})"""
    tried = f"""
    SELECT a.*, CASE WHEN loose = 1 AND one = other AND measure IN ('outturn', 'actual')
      AND NOT EXISTS (
        SELECT 1 FROM figures u JOIN documents ud ON ud.document_id = u.document_id
        JOIN figures k ON k.document_id = u.document_id
        WHERE u.basis = 'unknown' AND k.basis <> 'unknown'
          AND {alike("u", "ud", "a")} AND {alike("k", "ud", "a")})
      THEN 1 ELSE 0 END AS joined
    FROM keyed a"""
    settled = "SELECT a.*, CASE WHEN joined = 1 THEN one ELSE basis END AS counted FROM tried a"
    return [("printings", printings()), ("keyed", keyed), ("tried", tried), ("settled", settled)]


def _other(words: Words) -> str:
    """The last other printing of a shown figure's group whose number is not the shown one rounded.

    Of the same ``class``: a number that a note mentions is compared with others of notes alone.
    """
    day = "coalesce(od.published_on, od.reporting_period_end, '0001-01-01')"
    measured = f"(SELECT z.*, {words.last_digit('z')} AS digit FROM figures z)"
    return f"""
        SELECT o.figure_id FROM {measured} m
        JOIN {measured} o ON o.value IS NOT NULL AND o.source = m.source
        JOIN documents od ON od.document_id = o.document_id
        WHERE m.figure_id = a.figure_id AND {in_group("o", "od", "a")}
          AND {said("m")} <> {said("o")} AND NOT coalesce({_ROUNDS}, FALSE)
          AND NOT {repeats("o", "od", "a")}
        ORDER BY {day} DESC, o.document_id DESC, o.figure_id DESC LIMIT 1"""


#: Whether one number is the other rounded (:mod:`crossfoot.store.rounding`). Both are multiples of
#: the finer last digit, so half of it makes up for binary fractions.
_GAP = "2 * abs(CAST(m.value AS DOUBLE PRECISION) - CAST(o.value AS DOUBLE PRECISION))"
_ROUNDS = f"""(m.digit > o.digit AND {_GAP} < m.digit + 0.5 * o.digit
            OR o.digit > m.digit AND {_GAP} < o.digit + 0.5 * m.digit)"""


def _candidates() -> str:
    """The targets that could stand beside each shown result (:mod:`crossfoot.store.targets`).

    The best are of its own row, then of its own paper, then any; of each a provisional one last.
    """
    row = "t.indicator_id = m.indicator_id"
    basis = "CASE WHEN x.measure = 'outturn' THEN 'annual' ELSE m.basis END"
    of_period = "t.period = x.period"
    fits = f"""t.basis = {basis} AND ({of_period}
        OR ({row} AND {speaks_of("t", "td")} = x.period_end))"""
    beside = f"""x.measure = 'actual' AND m.basis IN ('in_period', 'unknown')
        AND t.basis = 'unknown' AND {row} AND {of_period}"""
    place = f"CASE WHEN {row} THEN 0 WHEN t.document_id = m.document_id THEN 2 ELSE 4 END"
    near = f"{place} + {tentative_in_sql('t')}"
    return f"""
    SELECT x.*, coalesce(t.figure_id, '') AS figure_id,
      coalesce(t.document_id, '') AS document_id, td.published_on,
      td.reporting_period_end AS told, {said("t")} AS said,
      CASE WHEN {fits} THEN {near} WHEN {beside} THEN 10 + {near} ELSE {_NONE} END AS class
    FROM shown x
    JOIN figures m ON m.figure_id = x.shown_id
    LEFT JOIN figures t ON t.series_id = x.series_id AND t.measure = 'target'
      AND t.value IS NOT NULL AND x.measure IN ('outturn', 'actual')
      AND ({of_period} OR {row})
    LEFT JOIN documents td ON td.document_id = t.document_id"""


#: The class of what is no target of the result.
_NONE = 99

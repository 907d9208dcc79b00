"""No codes: a half-year in words, a rolling year, targets before results, a footnote."""

from __future__ import annotations

from samples.further.kit import GRID, Further, bound, figure, head, indicator, table, words

_ROWS = (
    ("Violent crime per 1,000 population", "14.0", "12.9", "13.6", "Quarterly"),
    ("Adults who are physically inactive", "24%", "25.5%", "26.1%", "Annually"),
    (
        "Young people not in education, employment or training",
        "3.5%",
        "38<super>1</super>",
        "-",
        "Monthly",
    ),
)


def _draw() -> bytes:
    headings = [
        "Indicator",
        "Target 2018/19",
        "Apr - Sep 2018",
        "12 months to June 2018",
        "Frequency",
    ]
    body = table([headings, *map(list, _ROWS)], (290, 90, 90, 110, 90), GRID)
    note = words("<super>1</super> Counted as persons, not as a share.", 8)
    title = "Health and Wellbeing Indicators April to September 2018"
    return bound([*head("Sefton Metropolitan Borough Council", title), body, note])


_HALF = {
    "measure": "actual",
    "period": "2018/19 H1",
    "period_start": "2018-04-01",
    "period_end": "2018-09-30",
}
_ROLLING = {
    "measure": "actual",
    "basis": "rolling",
    "period": "12 months to 2018-06-30",
    "period_start": "2017-07-01",
    "period_end": "2018-06-30",
}

PAPER = Further(
    stem="no_codes_half_year_rolling",
    shows="no codes; a half-year in words; a rolling year; a superscript glued to a number",
    draw=_draw,
    printed={"council": "Sefton", "reporting_period": "2018/19 H1"},
    expected={
        "indicators": [indicator(1, None, row[0], frequency=row[4]) for row in _ROWS],
        "figures": [
            figure(1, "target", "2018/19", "14.0"),
            {**_HALF, "indicator_no": 1, "value": "12.9"},
            {**_ROLLING, "indicator_no": 1, "value": "13.6"},
            figure(2, "target", "2018/19", "24", "%"),
            {**_HALF, "indicator_no": 2, "value": "25.5", "unit": "%"},
            {**_ROLLING, "indicator_no": 2, "value": "26.1", "unit": "%"},
            figure(3, "target", "2018/19", "3.5", "%"),
            {**_HALF, "indicator_no": 3, "value": "38", "footnote": "1"},
            {**_ROLLING, "indicator_no": 3, "value": None, "value_state": "dash"},
        ],
    },
)

"""The chart of a trend: year-end results as a line, targets as ticks, restatements marked.

Drawn without a browser and without the network; an HTML chart carries its own scripts. Text of
papers is escaped before it gets near a script.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from crossfoot.output import printable
from crossfoot.plot_data import Drawing, drawing
from crossfoot.points import Line
from crossfoot.schema.errors import UsageError

SUFFIXES = (".svg", ".png", ".html")

_WIDTH, _HEIGHT = 640, 320
_PERIOD_WIDTH = 66
_PNG_SCALE = 2
_CAPTION_LINE = 118
_INK, _PALE, _BLUE, _AMBER, _GREY = "#1f2933", "#e4e7eb", "#1f5fa8", "#d9822b", "#7b8794"
_KINDS = {
    "Year-end result": ("circle", _BLUE),
    "Part of a year": ("diamond", "#6ea8dc"),
    "Target": ("stroke", _AMBER),
    "Printed before": ("cross", _GREY),
}
_ABOVE, _BELOW = -16, 18
# Stands for "<" until the scripts of an HTML chart are written: a paper's title must not be able
# to end a script. ``printable`` has turned every private-use character of a paper into an escape.
_LESS = "\ue000"


def check_target(path: Path) -> None:
    """Raise UsageError where the name does not say SVG, PNG or HTML, or the folder is missing."""
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(
            f"{path.name}: nothing known can be drawn into such a file",
            f"let its name end in {', '.join(SUFFIXES)}",
        )
    if not path.absolute().parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist", "make it first")


def draw(series: Sequence[Line], path: Path) -> None:
    """Draw each series, one below the other, into *path*.

    Raises UsageError for another suffix, or where no point holds a number.
    """
    check_target(path)
    drawings = [found for line in series if (found := drawing(line))]
    if not drawings:
        raise UsageError("there is no number to draw", "leave --plot out")
    charts = [_chart(one) for one in drawings]
    chart = charts[0] if len(charts) == 1 else alt.vconcat(*charts, spacing=36)
    spec = chart.configure(**_STYLE).to_dict()
    spec["usermeta"] = {"embedOptions": {"actions": {"export": True, "source": False}}}
    spec["usermeta"]["embedOptions"]["actions"] |= {"compiled": False, "editor": False}
    if path.suffix.lower() == ".html":
        path.write_text(_html(spec), encoding="utf-8")
    elif path.suffix.lower() == ".svg":
        path.write_text(vl_convert.vegalite_to_svg(spec, vl_version=_VERSION), encoding="utf-8")
    else:
        path.write_bytes(vl_convert.vegalite_to_png(spec, vl_version=_VERSION, scale=_PNG_SCALE))


_VERSION = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_STYLE: dict[str, Any] = {
    "background": "white",
    "font": "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif",
    "padding": 24,
    "view": {"stroke": None},
    "axis": {"labelColor": _INK, "labelFontSize": 12, "domainColor": _GREY, "tickColor": _GREY},
    "axisY": {"grid": True, "gridColor": _PALE, "domain": False, "ticks": False, "labelPadding": 8},
    "axisX": {"labelAngle": 0, "labelPadding": 8, "tickSize": 4},
    "legend": {"labelFontSize": 12, "labelColor": _INK, "symbolSize": 110, "columnPadding": 18},
    "title": {
        "anchor": "start",
        "fontSize": 17,
        "fontWeight": 600,
        "color": _INK,
        "subtitleFontSize": 13,
        "subtitleColor": _GREY,
        "subtitlePadding": 6,
        "offset": 18,
    },
}


def _html(spec: dict[str, Any]) -> str:
    page: str = vl_convert.vegalite_to_html(_guarded(spec), vl_version=_VERSION, bundle=True)
    return page.replace(_LESS, "\\u003c")


def _guarded(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("<", _LESS)
    if isinstance(value, dict):
        return {key: _guarded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_guarded(item) for item in value]
    return value


def _chart(drawn: Drawing) -> alt.LayerChart | alt.FacetChart:
    data = alt.InlineData(values=drawn.marks)
    x = alt.X("period:O", sort=drawn.periods, title=_caption(drawn), axis=_X_AXIS).scale(
        domain=drawn.periods, paddingOuter=0.35
    )
    y = (
        alt.Y("value:Q", title=None)
        .scale(zero=False, nice=True, padding=24)
        .axis(tickCount=6, labelExpr=_label(drawn.unit))
    )
    base = alt.Chart(data).encode(x=x, y=y)
    results = "datum.kind === 'Year-end result'"
    line = (
        base.transform_filter(results)
        .mark_line(color=_BLUE, strokeWidth=2.5)
        .encode(detail="segment:N")
    )
    change = (
        base.transform_filter("datum.kind === 'Printed before'")
        .mark_rule(color=_GREY, strokeDash=[3, 3])
        .encode(y2="later:Q")
    )
    ring = (
        base.transform_filter("datum.restated")
        .mark_point(filled=False, size=330, strokeWidth=2, opacity=1, color=_GREY)
        .encode()
    )
    # Each label is written twice, first broad and white, so that a line behind it stays off it.
    halos, labels = (
        [
            base.transform_filter(f"datum.label !== null && {side}datum.above")
            .mark_text(
                dy=offset,
                fontSize=12,
                fontWeight=600,
                color=_INK,
                stroke="white",
                strokeWidth=width,
                strokeJoin="round",
            )
            .encode(text="label:N")
            for side, offset in (("", _ABOVE), ("!", _BELOW))
        ]
        for width in (5, 0)
    )
    layers = (change, line, *halos, ring, _marks(base, drawn), *labels)
    return alt.layer(*layers).properties(
        width=max(_WIDTH, _PERIOD_WIDTH * len(drawn.periods)),
        height=_HEIGHT,
        title=alt.TitleParams(
            textwrap.wrap(printable(drawn.title), 72), subtitle=printable(drawn.subtitle)
        ),
    )


_X_AXIS = alt.Axis(
    titleAnchor="start",
    titleAlign="left",
    titleFontSize=10,
    titleFontWeight="normal",
    titleColor=_GREY,
    titleLineHeight=14,
    titlePadding=16,
)


def _marks(base: alt.Chart, drawn: Drawing) -> alt.Chart:
    kinds = [kind for kind in _KINDS if any(mark["kind"] == kind for mark in drawn.marks)]
    shapes, colours = zip(*(_KINDS[kind] for kind in kinds), strict=True)
    legend = alt.Legend(title=None, orient="top", offset=4)
    marks: alt.Chart = base.mark_point(filled=True, opacity=1, strokeWidth=3).encode(
        shape=alt.Shape("kind:N", legend=legend).scale(domain=kinds, range=list(shapes)),
        color=alt.Color("kind:N", legend=legend).scale(domain=kinds, range=list(colours)),
        stroke=alt.Stroke("kind:N", legend=legend).scale(domain=kinds, range=list(colours)),
        size=alt.Size("size:Q", scale=None, legend=None),
        tooltip=[
            alt.Tooltip("kind:N", title="what"),
            alt.Tooltip("period:N", title="period"),
            alt.Tooltip("printed:N", title="printed"),
            alt.Tooltip("document:N", title="document"),
            alt.Tooltip("page:N", title="page"),
            alt.Tooltip("remarks:N", title="remarks"),
        ],
    )
    return marks


def _label(unit: str | None) -> str:
    """The expression that labels the value axis; the unit is one of two signs or nothing."""
    if unit == "%":
        return "datum.label + '%'"
    return "'£' + datum.label" if unit == "£" else "datum.label"


def _caption(drawn: Drawing) -> list[str]:
    """Where each point stands, in small print below the chart, for charts without tooltips."""
    return [
        text
        for sentence in drawn.caption
        for text in textwrap.wrap(printable(sentence), _CAPTION_LINE)
    ]

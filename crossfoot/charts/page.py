"""One HTML page that needs nothing else: the drawings, and the same figures as tables."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.charts.svg import Markup, join, place_of, tag, text
from crossfoot.points import Line, shown
from crossfoot.store.series import TrendPoint

_COLUMNS = ("period", "measure", "value", "target", "status", "document", "page", "published")
_KINDS = {
    **dict.fromkeys(("value", "target", "page"), "value"),
    **dict.fromkeys(("period", "published"), "short"),
}
_STYLE = """
body{font:15px/1.45 Helvetica Neue,Helvetica,Arial,Liberation Sans,sans-serif;color:#1f2933;
margin:1.5rem auto;padding:0 1rem;max-width:1120px}
svg{max-width:100%;height:auto;display:block;margin:0 auto 1rem}
svg a:hover,svg a:focus{opacity:.6}
table{border-collapse:collapse;margin:.5rem 0 2rem;font-size:13px}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;
border-bottom:1px solid #dde2e8}
td.value{text-align:right}td.short{white-space:nowrap}
@media print{body{margin:0;padding:0;max-width:none;font-size:9pt}table{font-size:8pt}
tr{break-inside:avoid}}
"""
_SHEETS = """
@page{size:A4 landscape;margin:5mm}
@media print{svg{width:287mm;height:199mm;margin:0}
svg+svg{break-before:page}details[open]{break-before:page}details:not([open]){display:none}}
"""
# Nothing is fetched and nothing runs, whatever a paper's title holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(title: str, drawings: Sequence[Markup], lines: Sequence[Line], *, sheets: bool) -> str:
    """Return the page. With *sheets* each drawing is printed on a sheet of A4 across."""
    style = Markup(_STYLE + (_SHEETS if sheets else ""))
    head = join(
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("title", {}, text(title)),
        tag("style", {}, style),
    )
    tables = join(*(_table(line) for line in lines))
    hidden = tag("details", {}, tag("summary", {}, text("The same figures as tables")), tables)
    body = tag("main", {}, *drawings, hidden if sheets else tables)
    page = tag("html", {"lang": "en"}, tag("head", {}, head), tag("body", {}, body))
    return f"<!DOCTYPE html>\n{page}\n"


def _table(line: Line) -> Markup:
    heads = join(*(tag("th", {"scope": "col"}, text(name)) for name in (*_COLUMNS, "remarks")))
    rows = join(*(_row(point, line.unit) for point in line.points))
    return tag(
        "table",
        {},
        tag("caption", {}, text(f"{line.name} · {line.where}")),
        tag("thead", {}, tag("tr", {}, heads)),
        tag("tbody", {}, rows),
    )


def _row(point: TrendPoint, unit: str | None) -> Markup:
    said = shown(point, unit)
    cells = []
    for name in (*_COLUMNS, "remarks"):
        if name == "published":
            value = point.published_on.isoformat() if point.published_on else ""
        else:
            value = str(said.get(name) or "")
        words = text(value)
        if name == "document":
            address = place_of(point.source_url, point.file_name, point.page)
            words = tag("a", {"href": address}, words)
        kind = _KINDS.get(name)
        cells.append(tag("td", {"class": kind}, words))
    return tag("tr", {}, *cells)

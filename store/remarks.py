"""What a point of a trend prints, and what a reader must know of it, in words."""

from __future__ import annotations

from crossfoot.store.joined import Joint
from crossfoot.store.order import came_after
from crossfoot.store.printing import Printing
from crossfoot.store.trend import TrendPoint, Vintage

_UNDATED = "order unknown"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def printed(point: Printing) -> str:
    """The value as the paper prints it; a note's figure shows its number alone."""
    if point.as_printed is None:
        return point.value_state.replace("_", " ")
    if point.source == "note" and point.value is not None:
        return f"{point.value:f}{point.unit if point.unit == '%' else ''}"
    return _with_raised_footnote(point.as_printed, point.footnote)


def remarks(point: TrendPoint, unit: str | None = None) -> str:
    """What a reader must know of the point: a joint, and what was printed before, first.

    *unit* is the series': a point in another one compares with none in it.
    """
    said = [_joint(point, point.joint)] if point.joint else []
    if point.value is not None and None not in (unit, point.unit) and point.unit != unit:
        said.append(f"in {point.unit}, not in {unit}")
    said += [_vintage(point, vintage) for vintage in point.vintages if vintage.change != "same"]
    if point.repeats:
        places = ", ".join(f"{other.file_name} p. {other.page}" for other in point.repeats)
        said.append(f"the same report also in {places}")
    if point.as_of is not None:
        said.append(f"as at {point.as_of.isoformat()}")
    elif point.speaks_of is not None and _cut_short(point):
        said.append(f"up to {point.speaks_of.isoformat()}")
    if point.source == "note":
        said.append("from a note")
    if point.footnote:
        said.append(f"footnote {point.footnote}")
    return "; ".join(said)


def _with_raised_footnote(text: str, footnote: str | None) -> str:
    """Raise a footnote's digit again, as on the page: ``38`` with mark 1 must not read 381."""
    mark = (footnote or "").partition(" ")[0]  # words of its note or heading follow the mark
    if mark.isdecimal() and text.endswith(mark) and text != mark:
        return text.removesuffix(mark) + mark.translate(_RAISED)
    return text


def _cut_short(point: TrendPoint) -> bool:
    """Whether the value was printed while its own period was still running."""
    return (
        point.speaks_of is not None
        and point.period_start is not None
        and point.period_end is not None
        and point.period_start <= point.speaks_of < point.period_end
    )


def _joint(point: TrendPoint, joint: Joint) -> str:
    own, before = point.code or "another title", joint.code or "the title before"
    if joint.kind == "redefined":
        return f"BREAK: {own} measures another thing than {before}"
    if joint.kind == "same" or joint.back:
        return f"as {own}"
    return f"from here {own}, the successor of {before}"


def _vintage(point: TrendPoint, vintage: Vintage) -> str:
    place = f"{vintage.file_name} p. {vintage.page}"
    if vintage.series_id != point.series_id:
        place += f" as {vintage.code or 'another title'}"
    value = printed(vintage)
    if vintage.change == "restated":
        back = f", {vintage.because}" if vintage.returned else ""
        return f"restated: {value} before ({place}){back}"
    if vintage.change == "provisional":
        return f"provisional: {value}{_when(point, vintage)} ({place})"
    if vintage.change == "slip":
        which = "this may be a slip" if vintage.slip_of == point.document_id else "taken for a slip"
        return f"{which}: {value} ({place}), {vintage.because}"
    if vintage.change == "rounding" or vintage.value is None:
        return f"also {value} ({place})"
    return f"also {value}, {_UNDATED} ({place})"


def _when(point: TrendPoint, vintage: Vintage) -> str:
    after = came_after(vintage, point)
    if after is None:
        return f", {_UNDATED}"
    return " later" if after else " before"

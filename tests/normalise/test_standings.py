"""Headings that say which printing of a figure stands under them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.heading_text import heading_reader

READER = heading_reader(None)


def said(heading: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Meaning, period, kind and words of the standing."""
    read = READER.read(heading)
    period = read.period.label if read.period else None
    standing = read.standing
    return (
        read.meaning,
        period,
        standing.kind if standing else None,
        standing.words if standing else None,
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Outturn (restated)", ("outturn", None, "restated", "restated")),
        ("2018/19 Outturn (restated)", ("outturn", "2018/19", "restated", "restated")),
        ("Revised outturn 2018/19", ("outturn", "2018/19", "restated", "revised")),
        ("2018/19 Actual - as revised", ("result", "2018/19", "restated", "revised")),
        ("Amended\nActual\n2004/05", ("result", "2004/05", "restated", "amended")),
        ("Restated 2004/05", (None, "2004/05", "restated", "restated")),
        ("2018/19 (restated figure)", (None, "2018/19", "restated", "restated")),
        ("Q1 2019/20 corrected", (None, "2019/20 Q1", "restated", "corrected")),
        ("Previous Year (restated)", ("previous", None, "restated", "restated")),
        ("Unaudited 2017/18", (None, "2017/18", "provisional", "unaudited")),
        ("2017/18 Actual\n(un-audited)", ("result", "2017/18", "provisional", "un-audited")),
        ("Provisional outturn", ("outturn", None, "provisional", "provisional")),
        ("Prov. Outturn 2004/05", ("outturn", "2004/05", "provisional", "prov")),
        ("2018/19 Outturn (p)", ("outturn", "2018/19", "provisional", "(p)")),
        ("Q1 2019/20 (provisional)", (None, "2019/20 Q1", "provisional", "provisional")),
        ("July 2019 - draft", (None, "2019-07", "provisional", "draft")),
        ("Interim outturn 2018/19", ("outturn", "2018/19", "provisional", "interim")),
        (
            "Outturn 2018/19 (subject to audit)",
            ("outturn", "2018/19", "provisional", "subject to audit"),
        ),
        ("2018/19 not final", (None, "2018/19", "provisional", "not final")),
        (
            "Outturn 2018/19 (not yet audited)",
            ("outturn", "2018/19", "provisional", "not yet audited"),
        ),
        ("Pre-audit outturn 2018/19", ("outturn", "2018/19", "provisional", "pre-audit")),
        ("Preliminary outturn", ("outturn", None, "provisional", "preliminary")),
        (
            "2018/19 Outturn (awaiting audit)",
            ("outturn", "2018/19", "provisional", "awaiting audit"),
        ),
        (
            "2018/19 Actual - to be confirmed",
            ("result", "2018/19", "provisional", "to be confirmed"),
        ),
        ("Reset Target 2019/20", ("target", "2019/20", "restated", "reset")),
        ("Re-set Annual Target 2019/20", ("target.annual", "2019/20", "restated", "re-set")),
        ("New Target 2019/20", ("target", "2019/20", "restated", "new")),
        ("Target (new) 2019/20", ("target", "2019/20", "restated", "new")),
        ("Revised provisional outturn", ("outturn", None, "provisional", "revised provisional")),
        ("Target (provisional) 2019/20", ("target", "2019/20", "provisional", "provisional")),
        ("Revised Target 2019/20", ("target", "2019/20", "restated", "revised")),
        ("Annual Target 2019/20 (amended)", ("target.annual", "2019/20", "restated", "amended")),
    ],
)
def test_a_heading_says_which_printing_of_a_figure_stands_under_it(
    heading: str, expected: tuple[str | None, ...]
) -> None:
    assert said(heading) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "2004/05 Actual (est)",
        "Actual 2004/05 est.",
        "Outturn 2003/04 (estimate)",
        "Latest estimate 2005/06",
        "Estimated outturn 2018/19",
        "Forecast Outturn 2019/20",
        "Year-end forecast 2019/20",
        "Projected 2019/20",
        "Predicted outturn",
        "Anticipated result 2019/20",
        "Expected Q4 2019/20",
        "2004/05 (e)",
        "Indicative outturn 2019/20",
        "Outturn 2019/20 (likely)",
        "Revised estimate 2004/05",
        "Provisional estimate 2004/05",
        "Outturn 2004/05 (forecast, revised)",
    ],
)
def test_what_is_expected_is_no_result(heading: str) -> None:
    read = READER.read(heading)
    assert (read.meaning, read.among_figures) == ("other", None)


@pytest.mark.parametrize(
    ("heading", "figures"),
    [
        ("2018/19 Revised", "result"),
        ("Adjusted 2018/19", "result"),
        ("2018/19 Draft", "result"),
        ("Revised Target", "target"),
        ("Target (amended)", "target"),
        ("New Target", "target"),
        ("Re-set target", "target"),
        ("Full Year 2018/19 (revised)", "outturn"),
        ("Audited 2017/18", "result"),
    ],
)
def test_words_of_dates_and_targets_leave_it_to_what_stands_below(
    heading: str, figures: str
) -> None:
    assert READER.read(heading).among_figures == figures


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Revised Date", "revised_due"),
        ("New Target Date", "revised_due"),
        ("Floor Target", "other"),
        ("Floor Target 2019/20", "other"),
        ("Revised", "revised_due"),
        ("Updated", "updated"),
        ("Expected Completion Date", "other"),
        ("Forecast RAG", "other"),
        ("Original Target 2019/20", "other"),
        ("Interim Target 2018/19", "other"),
        ("Revised Budget", "money"),
        ("Final Outturn 2018/19", "outturn"),
        ("2017/18 Audited Outturn", "outturn"),
        ("Expected Outcome", "description"),
    ],
)
def test_listed_headings_keep_their_meaning(heading: str, meaning: str) -> None:
    read = READER.read(heading)
    assert (read.meaning, read.among_figures) == (meaning, None)
    assert read.standing is None or meaning in {"revised_due", "updated"}


@pytest.mark.parametrize(
    "heading",
    [
        "Estimated target 2019/20",
        "Draft plan 2019/20",
        "Provisional",
        "Restated",
        "New indicator 2018/19",
    ],
)
def test_other_words_are_no_heading(heading: str) -> None:
    assert not READER.read(heading).known


_PERIODS = {"2018/19": "2018/19", "2004-05": "2004/05", "Q3 2019/20": "2019/20 Q3"}
_RESULTS = {"Outturn": "outturn", "Actual": "result", "Performance": "result"}
_WORDS = {
    "restated": "restated", "re-stated": "restated", "revised": "restated", "amended": "restated",
    "corrected": "restated", "adjusted": "restated", "updated": "restated",
    "provisional": "provisional", "unaudited": "provisional", "draft": "provisional",
    "interim": "provisional", "subject to audit": "provisional", "prov.": "provisional",
    "estimate": "estimated", "estimated": "estimated", "est": "estimated", "forecast": "estimated",
    "projected": "estimated", "predicted": "estimated", "anticipated": "estimated",
    "expected": "estimated", "latest estimate": "estimated",
}  # fmt: skip
_SHAPES = (
    "{period} {result} ({word})",
    "{result} {period} ({word})",
    "{word} {result} {period}",
    "{period} {word} {result}",
    "{period} {result} - {word}",
    "{period} {result}\n{word}",
    "{result} ({word}) {period}",
    "{result} {period} [{word}]",
)


@given(
    period=st.sampled_from(sorted(_PERIODS)),
    result=st.sampled_from(sorted(_RESULTS)),
    word=st.sampled_from(sorted(_WORDS)),
    shape=st.sampled_from(_SHAPES),
    case=st.sampled_from([str, str.upper, str.title]),
)
def test_every_word_in_every_place_is_told_and_no_estimate_is_a_result(
    period: str, result: str, word: str, shape: str, case: type[str]
) -> None:
    read = READER.read(case(shape.format(period=period, result=result, word=word)))
    kind = _WORDS[word]
    expected = "other" if kind == "estimated" else _RESULTS[result]
    assert (read.meaning, read.period and read.period.label) == (expected, _PERIODS[period])
    assert read.standing is not None and read.standing.kind == kind
    assert read.among_figures is None


@given(st.text(max_size=40), st.sampled_from(sorted(_WORDS)))
def test_no_word_beside_any_text_makes_a_plain_result(text: str, word: str) -> None:
    for heading in (f"{text} {word}", f"{word} {text}", f"{text} ({word})"):
        read: HeadingText = READER.read(heading)
        family = (read.meaning or "").partition(".")[0]
        assert family not in {"result", "outturn"} or read.standing is not None

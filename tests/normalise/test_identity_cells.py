from __future__ import annotations

import pytest

from crossfoot.normalise.identity_cells import Identity, read_code_cell, series_key


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        ("LPI054\n1", "LPI0541"),
        ("HOU00\n1", "HOU001"),
        ("BV79b(ii\ni)", "BV79b(iii)"),
        ("BV79b(i\nii)", "BV79b(iii)"),
        ("BV79b\n(iii)", "BV79b(iii)"),
        ("HSLocal_B\nM05", "HSLocal_BM05"),
        ("FPLoca\nl_12", "FPLocal_12"),
        ("COMS 1620\n_16", "COMS1620_16"),
        ("LI\n017", "LI 017"),
        ("1.1.\n2", "1.1.2"),
    ],
)
def test_a_code_broken_by_a_narrow_column_is_put_together(lines: str, label: str) -> None:
    printed = " ".join(lines.split())
    code = read_code_cell(printed, lines)
    assert code is not None
    assert code.label == label
    assert code.as_printed == printed


@pytest.mark.parametrize(
    ("lines", "others", "label"),
    [
        ("HS\nLPI005", [], "HS LPI005"),
        ("HS\nLPI005", ["HS LPI112"], "HS LPI005"),
        ("HS\nLPI005", ["HSLPI112"], "HSLPI005"),
        ("EN\nV07", ["ENV12"], "ENV07"),
        ("LP\nI005", [], "LPI005"),
        ("REG\n11", ["REG 4", "REG 9"], "REG 11"),
        ("REG\n11", ["REG4", "REG9"], "REG11"),
        ("REG\n11", [], "REG11"),
        ("REG\n11", ["Parks 21"], "REG 11"),
        ("ENV KPI\n10", [], "ENV KPI 10"),
        ("ENV\nKPI\n10", ["ENV KPI 6"], "ENV KPI 10"),
        ("LEI KPI\n16a", ["LEI KPI 4a"], "LEI KPI 16a"),
        ("ENV KPI\n10", ["ENV KPI4", "ENV KPI6"], "ENV KPI10"),
    ],
)
def test_a_code_broken_behind_letters_has_a_blank_there_as_others_have_or_have_not(
    lines: str, others: list[str], label: str
) -> None:
    code = read_code_cell(" ".join(lines.split()), lines, others=others)
    assert code is not None
    assert (code.label, code.key) == (label, label.replace(" ", "").casefold())


@pytest.mark.parametrize(
    "text", ["LPI054 1", "BV79b(ii i)", "NI 157 b c", "NI 15 and NI 16", "BV8 / BV9", "BV8, NI 181"]
)
def test_a_code_beside_what_may_be_the_rest_of_it_is_not_taken(text: str) -> None:
    assert read_code_cell(text) is None


def test_a_break_that_may_be_a_blank_or_none_leaves_the_code_untold() -> None:
    assert read_code_cell("ENV KPI 10", "ENV\nKPI\n10") is None


def test_a_code_may_begin_with_the_short_name_of_its_team() -> None:
    code = read_code_cell("ENV KPI 10")
    assert code is not None
    assert (code.label, code.key) == ("ENV KPI 10", "envkpi10")
    assert read_code_cell("NEW TOWN 10") is None


def test_words_beside_a_code_are_no_part_of_it() -> None:
    code = read_code_cell("BV 12 (quarterly)")
    assert code is not None
    assert code.label == "BV12"


def test_a_reference_of_a_plan_is_one_series_only_with_its_title() -> None:
    reference, code = read_code_cell("1.1.2"), read_code_cell("BV9")
    keys = {
        series_key(Identity(reference, None, title, None, None))
        for title in ("Visits to parks", "Visits  to Parks", "Homes let")
    }
    assert len(keys) == 2
    assert {series_key(Identity(code, None, title, None, None)) for title in ("One", "Two")} == {
        "bv9"
    }


@pytest.mark.parametrize(
    ("text", "heading", "label"),
    [
        ("8", "BVPI", "BV8"),
        ("79b(i)", "BVPI No", "BV79b(i)"),
        ("082a (ii)", "Best Value Ref", "BV82a(ii)"),
        ("(78a)", "BV Ref", "BV78a"),
        ("195a", "NI", "NI195a"),
        ("154", "National Indicator No", "NI154"),
        ("LPI 3", "BVPI Ref", "LPI 3"),
    ],
)
def test_a_bare_number_is_of_the_set_that_the_heading_names(
    text: str, heading: str, label: str
) -> None:
    code = read_code_cell(text, heading=heading)
    assert code is not None
    assert (code.label, code.as_printed) == (label, text)


@pytest.mark.parametrize("heading", ["Ref", "No", "BVPI / LPI", "BV/NI", "Local NI Ref", "", None])
def test_a_bare_number_under_any_other_heading_is_no_code(heading: str | None) -> None:
    assert read_code_cell("8", heading=heading) is None


def test_two_parts_in_one_cell_are_not_one_national_code() -> None:
    code = read_code_cell("78a/b", heading="BVPI")
    assert code is None or code.family == "local"

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.brackets import brackets_in, tidy
from crossfoot.normalise.codes import code_key, find_code, parse_code, parse_reference

PRINTED = [
    ("BV9", "best_value", "BV9"),
    ("BV 9", "best_value", "BV9"),
    ("BV009", "best_value", "BV9"),
    ("BV010", "best_value", "BV10"),
    ("BVPI 9", "best_value", "BV9"),
    ("(BV 009)", "best_value", "BV9"),
    ("BV82d (ii)", "best_value", "BV82d(ii)"),
    ("BV79b(iii)", "best_value", "BV79b(iii)"),
    ("BV79b\n(iii)", "best_value", "BV79b(iii)"),
    ("BV79bii", "best_value", "BV79b(ii)"),
    ("BVPI79b(i)", "best_value", "BV79b(i)"),
    ("BV 82 (a) (i)", "best_value", "BV82a(i)"),
    ("NI 191", "national", "NI191"),
    ("NI008", "national", "NI8"),
    ("NI 195a", "national", "NI195a"),
    ("NI\u2011195a", "national", "NI195a"),
    ("BV79b.i", "best_value", "BV79b(i)"),
    ("BV79b-iii", "best_value", "BV79b(iii)"),
    ("BV78-a", "best_value", "BV78a"),
    ("BV PI 9", "best_value", "BV9"),
    ("B.V. 9", "best_value", "BV9"),
    ("BVPI No. 9", "best_value", "BV9"),
    ("BV(9)", "best_value", "BV9"),
    ("BV(79)b(i)", "best_value", "BV79b(i)"),
    ("BV9.", "best_value", "BV9"),
    ("BV12*", "best_value", "BV12"),
    ("N.I. 195", "national", "NI195"),
    ("NI 195 (a)", "national", "NI195a"),
    ("NI154:", "national", "NI154"),
    ("FPLocal_02", "local", "FPLocal_02"),
    ("FPLocal_\n02", "local", "FPLocal_02"),
    ("CSDData_02", "local", "CSDData_02"),
    ("Coms_048", "local", "Coms_048"),
    ("LI 017", "local", "LI 017"),
    ("LI  017", "local", "LI 017"),
    ("LPI0541", "local", "LPI0541"),
    ("DE_011", "local", "DE_011"),
    ("CHN 13a", "local", "CHN 13a"),
    ("ENV 07a", "local", "ENV 07a"),
    ("KPI 3", "local", "KPI 3"),
    ("HSG/LPI/001", "local", "HSG/LPI/001"),
    ("PI-CS-012", "local", "PI-CS-012"),
    ("CS1.2", "local", "CS1.2"),
    ("Env07", "local", "Env07"),
    ("HR&OD3", "local", "HR&OD3"),
    ("FP1922_05", "plan_action", "FP1922_05"),
    ("FP1922 _ 05", "plan_action", "FP1922_05"),
    ("FP1922-05", "plan_action", "FP1922_05"),
    ("LA1821_01.1", "plan_action", "LA1821_01.1"),
    ("H&S2124_02", "plan_action", "H&S2124_02"),
    ("H & S2124_02", "plan_action", "H&S2124_02"),
    ("COMS 1620_16", "plan_action", "COMS1620_16"),
    ("1.1.2", "plan_reference", "1.1.2"),
    ("11.3.5", "plan_reference", "11.3.5"),
]

NOT_CODES = [
    "", " ", "-", "\u2013", "Q1", "Q1 2019", "Q1 2019/20", "H1", "CO2 emissions", "CO2",
    "PM2.5", "Section 12A", "SECTION 12A", "section 106", "COVID-19", "Covid-19", "2019/20",
    "31 March", "March 31", "March 2020", "MAR 20", "Aug-07", "Sept-07", "Sept 2007", "4.4",
    "97.0%", "12", "84,617", "Phase 2", "PHASE 2", "Appendix 1", "APPENDIX 1", "Top 10", "No. 5",
    "NO 5", "Within 20", "Universal Credit", "ICT", "Health&Safety", "EU 2020", "ICT 2019",
    "\u00b23",
    "31.03.20", "BV9 and BV10", "BV9 Council Tax", "\u00a35", "12 days", "n/a", "BV1234567",
    "NG9 1AB", "B60 1AA", "SW1A 2AA", "A0", "A1", "A4", "NI 1-5", "NI 2008/09", "BV199a-d",
    "BV82a/b", "BV78a & b", "BV9 - A", "ICT 19/20", "ICT 2019-20", "HR 2019/2020", "SAP 35",
    "ICT 2021/22", "Budget 2022-23", "TAX 2024/25", "HR2021/22",
    "NVQ 2", "BREEAM 3", "HS2", "Reg 14", "FTE 12", "12A", "Year 6", "Yr 6", "FY1920", "Week 12",
    "KPI", "Target 2019/20", "9.3*", "2 (1)", "(1)", "1.1", "0.1.2", "01.02.03", "A" * 70 + "1",
]  # fmt: skip


@pytest.mark.parametrize(("text", "family", "label"), PRINTED)
def test_a_printed_code_has_its_family_and_canonical_label(
    text: str, family: str, label: str
) -> None:
    code = parse_code(text)
    assert code is not None
    assert (code.family, code.label) == (family, label)
    assert code.as_printed == " ".join(text.split())


@pytest.mark.parametrize("text", NOT_CODES)
def test_words_periods_dates_and_figures_are_no_codes(text: str) -> None:
    assert parse_code(text) is None


@pytest.mark.parametrize(
    "spellings",
    [
        ("BV9", "bv 9", "BV009", "BVPI 9", "BV-9", "(BV 009)"),
        ("BV79b(iii)", "bv79biii", "BV 79 b (iii)", "BVPI79b(iii)"),
        ("NI008", "NI8", "ni 8"),
        ("ComS_048", "COMS_048", "coms 048", "Coms048"),
        ("COMS 1620_16", "COMS1620_16", "coms1620_16"),
        ("LI 017", "li017", "LI_017"),
        ("H&S2124_02", "h & s2124_02"),
    ],
)
def test_spellings_of_one_code_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({code_key(text) for text in spellings}) == 1


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("BV 009", "bv9"),
        ("BVPI 79b (iii)", "bv79b(iii)"),
        ("BV82d ii", "bv82d(ii)"),
        ("NI 195 a", "ni195a"),
        ("FPLocal_02", "fplocal02"),
        ("COMS_048", "coms048"),
        ("LI 017", "li017"),
        ("HSG/LPI/001", "hsg/lpi001"),
        ("CS1.2", "cs1.2"),
        ("COMS 1620_16", "coms1620_16"),
        ("LA1821_01.1", "la1821_01.1"),
        ("H & S2124_02", "h&s2124_02"),
        ("11.3.5", "11.3.5"),
    ],
)
def test_keys_are_those_that_stores_hold_already(printed: str, key: str) -> None:
    """Series are found again by these: a change here breaks every store that exists."""
    assert code_key(printed) == key
    code = parse_code(printed)
    assert code is not None
    assert code.key == key


@pytest.mark.parametrize(
    "different",
    [
        ("BV78a", "BV78b"),
        ("BV79b(ii)", "BV79b(iii)", "BV79b(i)", "BV79b"),
        ("FPLocal_02", "FPLocal_12", "FPLocal_2", "FPLocal_002"),
        ("LI 017", "LI 17", "LPI 017"),
        ("FP1922_05", "FP1922_5", "FP2023_05", "FP1922_05.1"),
        ("BV2i(i)", "BV2(ii)", "BV2(i)"),
        ("BV9", "NI9", "LI 9"),
        ("1.1.2", "1.12", "11.2"),
    ],
)
def test_codes_that_differ_have_different_keys(different: tuple[str, ...]) -> None:
    assert len({code_key(text) for text in different}) == len(different)


def test_a_two_part_reference_is_one_only_where_references_are_expected() -> None:
    assert parse_code("5.2") is None
    reference = parse_reference("5.2")
    assert reference is not None
    assert (reference.family, reference.key) == ("plan_reference", "5.2")
    assert parse_reference("97.0") is None
    assert parse_reference("Ref") is None


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("Council Tax collected (BV9) (Revenues)", "BV9", "Council Tax collected (Revenues)"),
        ("Overpayment debt (BV79b(iii)) (Benefits)", "BV79b(iii)", "Overpayment debt (Benefits)"),
        ("Council Tax collected (BV 009)", "BV9", "Council Tax collected"),
        ("Council Tax collected [BV9]", "BV9", "Council Tax collected"),
        ("Strategy (FP1922_05) (Finance)", "FP1922_05", "Strategy (Finance)"),
        ("New claims (calendar days) (BV78a)", "BV78a", "New claims (calendar days)"),
        ("BV9 Council Tax collected %", "BV9", "Council Tax collected %"),
        ("BV9: Council Tax collected", "BV9", "Council Tax collected"),
        ("BV9 \u2013 Council Tax collected", "BV9", "Council Tax collected"),
        ("BV79b(ii) HB overpayments", "BV79b(ii)", "HB overpayments"),
        ("BV 82d (ii) Tonnage sent", "BV82d(ii)", "Tonnage sent"),
        ("BV9 a measure of tax", "BV9", "a measure of tax"),
        ("LALocal_07 Number of complaints", "LALocal_07", "Number of complaints"),
        ("ComS_053 Health & Safety: Respond", "ComS_053", "Health & Safety: Respond"),
        ("COMS 1620_16 Develop plans", "COMS1620_16", "Develop plans"),
        ("CPLocal_01 % Industrial units", "CPLocal_01", "% Industrial units"),
        ("LI 017 Fly tips removed", "LI 017", "Fly tips removed"),
        ("KPI 3 Calls answered", "KPI 3", "Calls answered"),
        ("ENV7: Tonnage", "ENV7", "Tonnage"),
        ("PI/HR/12 Days lost to sickness", "PI/HR/12", "Days lost to sickness"),
        ("ENV-PI-4 Bins missed", "ENV-PI-4", "Bins missed"),
        ("1.1.2 Commence process", "1.1.2", "Commence process"),
        ("Council Tax collected - BV9", "BV9", "Council Tax collected"),
        ("Rent (CP1) arrears (CPLocal_02)", "CPLocal_02", "Rent (CP1) arrears"),
    ],
)
def test_a_code_is_found_in_a_title(text: str, label: str, rest: str) -> None:
    found = find_code(text)
    assert found is not None
    assert (found[0].label, found[1]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "CO2 emissions from council buildings", "COVID-19 grants paid", "Section 106 agreements",
        "Food (A4) size", "Results (KS2)", "Quarter 2 result", "Q2 result", "31 March position",
        "Homes (HMO) licensed", "4.4 days taken", "2019/20 budget", "Top 10 risks", "Invoices paid",
        "Budget 2021/22 approved", "Savings 2023-24 delivered", "Rents (HRA 2022/23)",
    "NEET 16 to 18", "A&E 4 hour waits", "Section 12a notices",
    "UK/EU-27 average paid", "AND/OR 12 things", "A/B/C 12 roads",
    "Formerly (see BV9) collected", "Both (BV9 and BV10)", "ENV 7 tonnes", "Visits (Q1)", "",
    ],
)  # fmt: skip
def test_titles_without_a_code_have_none(text: str) -> None:
    assert find_code(text) is None


def test_a_bracket_that_never_closes_is_no_bracket() -> None:
    assert find_code("Council Tax collected (BV9") is None
    assert brackets_in("a (b (c) d") == [(5, 8, "c")]
    assert brackets_in("(a [b) c] d") == [(0, 6, "a [b")]
    assert brackets_in("(a (b) c) [d]") == [(0, 9, "a (b) c"), (10, 13, "d")]


def test_tidying_keeps_a_minus_before_a_number() -> None:
    assert tidy(" - Tax :") == "Tax"
    assert tidy("-5 degrees") == "-5 degrees"


letters = st.text("ABCDEFGHJKLPRSTUVWXYZ", min_size=2, max_size=6)
forms = st.sampled_from(["{0}", " {0}", "({0})", " ({0})", "-{0}", ".{0}"])
romans = st.sampled_from(["", "(i)", "(ii)", "(iii)", "(iv)", "(v)"])


@given(st.integers(1, 199), st.sampled_from(["", *"abcdefgh"]), romans, st.booleans())
def test_a_canonical_national_code_parses_to_itself(
    number: int, letter: str, roman: str, best_value: bool
) -> None:
    label = f"{'BV' if best_value else 'NI'}{number}{letter}{roman}"
    code = parse_code(label)
    assert code is not None
    assert (code.label, code.key) == (label, label.casefold())
    assert code_key(code.label) == code.key == code_key(label.lower())


@given(
    st.sampled_from(["BV", "BVPI", "bvpi", "BV PI", "B.V.", "NI", "N.I."]),
    st.sampled_from(["", " ", "-", "_", "  "]),
    st.tuples(st.integers(1, 199), st.integers(1, 3)),
    st.tuples(st.sampled_from(["", *"abcdefg"]), forms),
    st.tuples(st.sampled_from(["", "i", "ii", "iii", "iv"]), forms),
)
def test_a_national_code_in_any_print_is_the_same_code(
    name: str,
    mark: str,
    numbered: tuple[int, int],
    lettered: tuple[str, str],
    counted: tuple[str, str],
) -> None:
    (number, width), (letter, letter_form), (roman, roman_form) = numbered, lettered, counted
    printed = f"{name}{mark}{number:0{width}d}"
    printed += letter_form.format(letter) if letter else ""
    printed += roman_form.format(roman) if roman else ""
    code = parse_code(printed)
    assert code is not None, printed
    national = "NI" if name[0] == "N" else "BV"
    assert code.label == f"{national}{number}{letter}{f'({roman})' if roman else ''}"
    assert parse_code(code.label) == code.model_copy(update={"as_printed": code.label})


@given(st.lists(st.integers(1, 199), min_size=3, max_size=4))
def test_a_plan_reference_is_its_own_label_and_key(parts: list[int]) -> None:
    text = ".".join(map(str, parts))
    code = parse_code(text)
    assert code is not None
    assert (code.family, code.label, code.key) == ("plan_reference", text, text)


@given(
    st.dates(),
    st.sampled_from(["%d/%m/%Y", "%d-%b-%Y", "%b-%y", "%B %Y", "%d %B %Y", "%Y", "%Y-%m-%d"]),
)
def test_no_date_is_a_code(day: date, form: str) -> None:
    text = day.strftime(form)
    assert parse_code(text) is None
    assert find_code(f"Position at {text}") is None
    assert find_code(f"Position ({text})") is None


@given(st.integers(1980, 2059), st.sampled_from(["{0}/{1:02d}", "{0}-{1:02d}", "FY{0}", "Q1 {0}"]))
def test_no_year_is_a_code(year: int, form: str) -> None:
    text = form.format(year, (year + 1) % 100)
    assert parse_code(text) is None
    for word in ("ICT", "Budget ", "Savings in "):
        assert parse_code(word + text) is None
        assert find_code(f"{word}{text} delivered") is None


@given(st.decimals(0, 1000, places=1), st.sampled_from(["{0}", "{0}%", "\u00a3{0}", "{0} days"]))
def test_no_figure_is_a_code(value: Decimal, form: str) -> None:
    assert parse_code(form.format(value)) is None


@given(
    st.sampled_from(["B", "NG", "SW", "DE", "CV"]),
    st.integers(1, 99),
    st.integers(0, 9),
    st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2),
)
def test_no_postcode_is_a_code(area: str, district: int, sector: int, unit: str) -> None:
    assert parse_code(f"{area}{district} {sector}{unit}") is None
    assert find_code(f"Homes in {area}{district} {sector}{unit} let") is None


@given(letters, st.integers(0, 40), st.integers(1, 9), st.integers(0, 999))
def test_a_canonical_plan_action_parses_to_itself(
    team: str, first: int, length: int, number: int
) -> None:
    label = f"{team}{first:02d}{first + length:02d}_{number:02d}"
    code = parse_code(label)
    assert code is not None
    assert (code.family, code.label) == ("plan_action", label)


@given(letters, st.text("0123456789", min_size=1, max_size=5), st.sampled_from(["", *"abcd"]))
def test_a_local_code_keeps_its_spelling_and_its_padding(
    prefix: str, digits: str, suffix: str
) -> None:
    label = f"{prefix}Local_{digits}{suffix}"
    code = parse_code(label)
    assert code is not None
    assert (code.label, code.key) == (label, f"{prefix}local{digits}{suffix}".casefold())


@given(
    letters,
    st.text("0123456789", min_size=2, max_size=4),
    st.integers(0, 3),
    st.sampled_from("0123456789"),
)
def test_local_codes_one_digit_apart_never_share_a_key(
    prefix: str, digits: str, place: int, other: str
) -> None:
    place %= len(digits)
    changed = digits[:place] + other + digits[place + 1 :]
    same = code_key(f"{prefix}_{digits}") == code_key(f"{prefix}_{changed}")
    assert same == (digits == changed)


@given(st.text(max_size=40))
def test_no_text_breaks_the_grammar(text: str) -> None:
    parse_code(text)
    parse_reference(text)
    assert code_key(text) == code_key(text.strip())
    found = find_code(text)
    assert found is None or found[0].as_printed


@given(st.sampled_from([label for _, _, label in PRINTED]))
def test_the_label_of_a_code_has_the_key_of_the_code(label: str) -> None:
    code = parse_code(label)
    assert code is not None
    assert code_key(code.label) == code.key

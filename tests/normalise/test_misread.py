from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot.normalise.codes import code_key, parse_code
from crossfoot.normalise.repairs import is_doubtful, repairs
from crossfoot.schema.finding import Finding
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft
from tests.normalise.test_codes import PRINTED
from tests.normalise.test_national import PRINTED as NATIONAL

INDICATORS = ["Ref", "Indicator", "2018/19 Outturn", "2019/20 Target"]
ACTIONS = ["Status", "Action Title and Code", "Progress", "Due Date"]


def indicators(*rows: list[str], headings: list[str] | None = None) -> Paper:
    draft = Draft().line("Performance Indicators", bold=True)
    return draft.table(headings or INDICATORS, *rows).read()


def told(paper: Paper) -> list[Finding]:
    return [f for f in paper.findings if f.rule_id in ("code.repaired", "code.unclear")]


def codes(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(row.code, row.code_as_printed) for row in paper.indicators]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("8V9", "BV9"),
        ("BV1O", "BV10"),
        ("BVl2", "BV12"),
        ("BVI2", "BV12"),
        ("BVPl 9", "BV9"),
        ("N1 154", "NI154"),
        ("NI 1S4", "NI154"),
        ("BV79b(1i)", "BV79b(ii)"),
        ("FP1922_O5", "FP1922_05"),
        ("FPI922_05", "FP1922_05"),
        ("LA1821_0l.1", "LA1821_01.1"),
        ("H&S2124_O2", "H&S2124_02"),
        ("COMS 1620_l6", "COMS1620_16"),
        ("FPLocal_O2", "FPLocal_02"),
        ("C0MS_048", "COMS_048"),
        ("LI O17", "LI 017"),
    ],
)
def test_what_a_misread_code_was_is_among_its_candidates(printed: str, meant: str) -> None:
    assert meant in [code.label for code in repairs(printed)]
    assert all(code.as_printed == printed for code in repairs(printed))


@pytest.mark.parametrize("printed", [printed for printed, _, _ in PRINTED])
def test_a_code_printed_right_has_no_candidates(printed: str) -> None:
    assert repairs(printed) == ()


@pytest.mark.parametrize("text", ["", "CO2", "24hrs", "1st", "2nd stage", "Q1", "O" * 30 + "1"])
def test_words_have_no_candidates(text: str) -> None:
    assert repairs(text) == ()


@example("NIB", 19, 3, 5)  # a team whose name begins as a national code does
@example("BVO", 0, 1, 0)
@given(
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=6),
    st.integers(0, 40),
    st.integers(1, 9),
    st.integers(0, 999),
)
def test_no_plan_action_and_no_local_code_of_plain_digits_is_doubtful(
    team: str, first: int, length: int, number: int
) -> None:
    assert not is_doubtful(f"{team}{first:02d}{first + length:02d}_{number:02d}")
    assert not is_doubtful(f"{team}Local_{number:02d}")
    assert not is_doubtful(f"{team}X {number:03d}")


@given(st.text("BVNIFPLOol1058|_ ()iZS9", max_size=14))
def test_a_candidate_is_another_code_of_the_grammar_and_beyond_doubt(text: str) -> None:
    for code in repairs(text):
        parsed = parse_code(code.label)
        assert parsed is not None
        assert parsed.key == code.key != code_key(text)
        assert not is_doubtful(code.label)


@pytest.mark.parametrize(
    ("printed", "title", "code"),
    [
        ("8V9", "Council Tax collected", "BV9"),
        ("BV1O", "NNDR collected", "BV10"),
        ("BVl2", "Days lost to sickness", "BV12"),
        ("NI l54", "Net additional homes", "NI154"),
    ],
)
def test_a_misread_national_code_is_put_right(printed: str, title: str, code: str) -> None:
    paper = indicators([printed, title, "97", "98"])
    assert codes(paper) == [(code, printed)]
    assert {figure.code for figure in paper.figures} == {code}
    assert [series.code for series in paper.series] == [code]
    (finding,) = told(paper)
    assert (finding.rule_id, finding.severity) == ("code.repaired", "warning")
    assert (finding.printed, finding.expected) == (printed, code)
    assert [c.finding_id for c in paper.finding_cells] == [finding.finding_id]


@pytest.mark.parametrize(
    "text",
    [
        "Council Tax collected (8V9) (Revenues)",
        "8V9 Council Tax collected",
        "8V9: Council Tax collected",
        "Council Tax collected [8V9]",
    ],
)
def test_a_misread_code_in_a_title_is_put_right(text: str) -> None:
    paper = indicators([text, "97%", "98%"], headings=["Indicator", *INDICATORS[2:]])
    (row,) = paper.indicators
    assert (row.code, row.code_as_printed, row.title) == ("BV9", "8V9", "Council Tax collected")
    assert row.section == ("Revenues" if "Revenues" in text else None)
    assert [f.rule_id for f in told(paper)] == ["code.repaired"]


def test_the_same_series_is_meant_as_under_the_right_code() -> None:
    wrong = indicators(["8V9", "Council Tax collected", "97%", "98%"])
    right = indicators(["BV9", "Council Tax collected", "97%", "98%"])
    assert [s.series_id for s in wrong.series] == [s.series_id for s in right.series]


def test_a_local_code_is_put_right_by_another_row_of_the_paper() -> None:
    draft = Draft().line("Performance Indicators", bold=True)
    draft.table(INDICATORS, ["FPLocal_02", "Sundry debtors paid", "97%", "98%"])
    draft.new_page().line("Exceptions", bold=True)
    draft.table(INDICATORS, ["FPLocal_O2", "Sundry debtors paid", "97%", "98%"])
    paper = draft.read()
    assert codes(paper) == [("FPLocal_02", "FPLocal_02"), ("FPLocal_02", "FPLocal_O2")]
    assert len(paper.series) == 1
    assert [f.rule_id for f in told(paper)] == ["code.repaired"]


def test_an_action_is_put_right_by_a_later_row_of_the_paper() -> None:
    draft = Draft().line("Actions", bold=True)
    draft.table(ACTIONS, ["Warning", "Review procurement (FP1922_O5) (Finance)", "80%", "Sep-2021"])
    draft.new_page().line("All actions", bold=True)
    draft.table(ACTIONS, ["Warning", "Review procurement (FP1922_05) (Finance)", "80%", "Sep-2021"])
    paper = draft.read()
    assert [(a.code, a.code_as_printed, a.section) for a in paper.actions] == [
        ("FP1922_05", "FP1922_O5", "Finance"),
        ("FP1922_05", "FP1922_05", "Finance"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["FPLocal_O2", "Sundry debtors paid"]], id="nothing explains it"),
        pytest.param(
            [["FPLocal_O2", "Sundry debtors paid"], ["FPLocal_02", "Invoices paid"]],
            id="the other row is about something else",
        ),
        pytest.param(
            [["FPLocal_O2", "Majors in 13 weeks"], ["FPLocal_02", "Minors in 13 weeks"]],
            id="the titles are much alike",
        ),
        pytest.param(
            [["BVl2", "Bus passes issued in the month"]], id="the national one is another"
        ),
        pytest.param([["BV78B", "Changes of circumstances"]], id="it is a code in capitals"),
        pytest.param([["NI15B", "Serious violent crime, north"]], id="a part of a national one"),
        pytest.param([["ENV1B", "Fly tips"], ["ENV1A", "Litter"]], id="parts of a local one"),
        pytest.param([["CS1_01", "Calls"], ["CSI_01", "Calls"]], id="both are well formed"),
    ],
)
def test_a_code_that_no_known_one_explains_stays_as_printed(rows: list[list[str]]) -> None:
    paper = indicators(*([*row, "97", "98"] for row in rows))
    assert [code_key(code or "") for code, _ in codes(paper)] == [code_key(r[0]) for r in rows]
    assert told(paper) == []


def test_of_two_possible_codes_none_is_taken_and_both_are_told() -> None:
    rows = [
        ["1L_01", "Calls answered", "1", "2"],
        ["IL_01", "Calls answered", "3", "4"],
        ["LL_01", "Calls answered", "5", "6"],
    ]
    paper = indicators(*rows)
    assert codes(paper)[0] == ("1L_01", "1L_01")
    (finding,) = told(paper)
    assert (finding.rule_id, finding.severity) == ("code.unclear", "warning")
    assert finding.printed == "1L_01"
    assert finding.expected is not None
    assert finding.expected.casefold() == "il_01 or ll_01"


#: What a scanner makes of a sign.
SCANNED = {"0": "Oo", "1": "lI|", "2": "Z", "5": "S", "8": "B", "B": "8", "I": "l1|", "S": "5"}


def scanned(code: str) -> list[str]:
    """Each way to misread one sign of a code."""
    return [
        code[:at] + other + code[at + 1 :]
        for at, sign in enumerate(code)
        for other in SCANNED.get(sign, "")
    ]


def test_one_sign_misread_in_a_national_code_is_put_right_and_never_to_another() -> None:
    rows = [(code, title, read) for code, title in NATIONAL[::4] for read in scanned(code)]
    paper = indicators(*([read, title, "97", "98"] for _, title, read in rows))
    outcomes = [
        (meant, row.code)
        for (meant, _, _), row in zip(rows, paper.indicators, strict=True)
        if row.code_as_printed is not None and row.code != row.code_as_printed
    ]
    right = sum(meant == code for meant, code in outcomes)
    repaired = sum(f.rule_id == "code.repaired" for f in paper.findings)
    assert right == repaired
    assert right > 0.97 * len(rows)


def test_no_title_printed_under_its_own_code_is_taken_for_a_misreading() -> None:
    paper = indicators(*([code, title, "97", "98"] for code, title in NATIONAL))
    assert [row.code for row in paper.indicators] == [code for code, _ in NATIONAL]
    assert told(paper) == []


@pytest.mark.parametrize("printed", ["FPLocal_|2", "LA1821_01.l", "lT1920_17", "COMS 1620_|6"])
def test_a_code_cell_that_no_family_reads_is_put_right_as_well(printed: str) -> None:
    meant = {"F": "FPLocal_12", "L": "LA1821_01.1", "l": "IT1920_17", "C": "COMS1620_16"}[
        printed[0]
    ]
    paper = indicators([printed, "Debts paid", "97", "98"], [meant, "Debts paid", "97", "98"])
    assert codes(paper)[0] == (meant, printed)
    assert [f.rule_id for f in told(paper)] == ["code.repaired"]

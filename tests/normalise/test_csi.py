from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.csi import split_title

CELLS = [
    (
        "CSI Invoices paid within 30 days of receipt (BV8) (Finance)",
        ("BV8", "Invoices paid within 30 days of receipt", "Finance", True),
    ),
    (
        "Average speed of processing (calendar days) (BV78b) (Benefits)",
        ("BV78b", "Average speed of processing (calendar days)", "Benefits", None),
    ),
    (
        "Complete the health and safety strategy / document review (H&S2124_02) (Health&Safety)",
        (
            "H&S2124_02",
            "Complete the health and safety strategy / document review",
            "Health&Safety",
            None,
        ),
    ),
    (
        "Hybrid meetings (combined physical/virtual meetings) (DEM2124_02) (Governance)",
        ("DEM2124_02", "Hybrid meetings (combined physical/virtual meetings)", "Governance", None),
    ),
    (
        "Produce the Final Accounts by end of May - Annually (FP2023_07) (Finance)",
        ("FP2023_07", "Produce the Final Accounts by end of May - Annually", "Finance", None),
    ),
    (
        "HB overpayment debt outstanding (BV79b(iii)) (Benefits)",
        ("BV79b(iii)", "HB overpayment debt outstanding", "Benefits", None),
    ),
    ("BV9 Council Tax collected %", ("BV9", "Council Tax collected %", None, None)),
    (
        "BV12 Working Days Lost (Rolling Annual Figure)",
        ("BV12", "Working Days Lost (Rolling Annual Figure)", None, None),
    ),
    (
        "CSI System Availability (ITLocal_01) (ICT)",
        ("ITLocal_01", "System Availability", "ICT", True),
    ),
    ("KPI Calls answered (CSDData_02)", ("CSDData_02", "Calls answered", None, False)),
    ("BV9 CSI Council Tax collected", ("BV9", "Council Tax collected", None, True)),
    (
        "Council Tax collected (CSI) (BV9) (Revenues)",
        ("BV9", "Council Tax collected", "Revenues", True),
    ),
    ("KPI 3 Calls answered", ("KPI 3", "Calls answered", None, None)),
    ("Invoices paid (Finance)", (None, "Invoices paid (Finance)", None, None)),
    (
        "Time taken (BV78a) (calendar days) (Benefits)",
        ("BV78a", "Time taken (calendar days)", "Benefits", None),
    ),
    ("Time taken (BV78a) (calendar days)", ("BV78a", "Time taken (calendar days)", None, None)),
    ("Tax collected (BV9) (%)", ("BV9", "Tax collected (%)", None, None)),
    ("Shops (BV9) let (Finance)", ("BV9", "Shops let (Finance)", None, None)),
    ("BV9", ("BV9", None, None, None)),
    ("", (None, None, None, None)),
]


@pytest.mark.parametrize(("cell", "parts"), CELLS)
def test_a_title_cell_is_taken_apart(
    cell: str, parts: tuple[str | None, str | None, str | None, bool | None]
) -> None:
    split = split_title(cell)
    label = split.code.label if split.code else None
    assert (label, split.title, split.team, split.is_csi) == parts


def test_a_team_without_a_code_is_taken_only_where_one_is_expected() -> None:
    split = split_title("Invoices paid (Finance)", team_expected=True)
    assert (split.title, split.team) == ("Invoices paid", "Finance")
    measured = split_title("Time taken (calendar days)", team_expected=True)
    assert (measured.title, measured.team) == ("Time taken (calendar days)", None)


words = st.text("abcdefghijklmnopqrstuvwxyz ", min_size=3, max_size=30).map(
    lambda text: "Rate of " + " ".join(text.split())
)


@given(
    words.map(str.strip),
    st.sampled_from(["BV9", "BV79b(iii)", "FPLocal_02", "FP1922_05", "NI191"]),
    st.sampled_from(["Finance", "Health&Safety", "ICT", None]),
    st.booleans(),
)
def test_what_is_put_together_is_taken_apart_again(
    title: str, code: str, team: str | None, csi: bool
) -> None:
    cell = f"{'CSI ' if csi else ''}{title} ({code})" + (f" ({team})" if team else "")
    split = split_title(cell)
    assert split.code is not None
    assert (split.code.label, split.title, split.team) == (code, title, team)
    assert split.is_csi is (True if csi else None)


@given(st.text(max_size=60))
def test_no_text_breaks_a_title(text: str) -> None:
    split = split_title(text, team_expected=True)
    assert split.title != ""
    assert split.team != ""

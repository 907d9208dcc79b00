"""One code with two meanings, and codes that are others misread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.audit.across.titles import another_thing
from crossfoot.schema.finding import Finding, Link
from crossfoot.store.checks import held_checks
from crossfoot.store.database import Store, open_store
from crossfoot.store.links import save_link

from .across_papers import Q1, Q2, Q3, Row, compared, report, task, told

WRITTEN_OFF = "Housing benefit overpayments written off as a percentage of the debt outstanding"
RECOVERED = "Housing benefit overpayments recovered as a percentage of the debt outstanding"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def titled(store: Store, *titles: str, code: str = "BV9") -> list[Finding]:
    """What is found of one code with a title in each of successive quarters."""
    return compared(
        store,
        *(
            report(f"{place}.pdf", place, [Row(code=code, title=title)])
            for place, title in zip((Q1, Q2, Q3), titles, strict=False)
        ),
    )


def test_a_title_that_jumps_is_told_once_with_both_rows(store: Store) -> None:
    jump = "Invoices settled within thirty days"
    (found,) = titled(store, "Council Tax collected", jump, jump)
    assert (found.rule_id, found.severity) == ("code.meaning", "warning")
    assert (found.printed, found.expected) == (jump, "Council Tax collected")
    assert held_checks(store)["code.meaning"] == 1


@pytest.mark.parametrize(
    "title",
    [
        "Percentage of council tax collected",
        "Council Tax collected (%) (Revenues)",
        "CT collection rate",
        "Collection of the council's taxes",
        "Collected",
    ],
)
def test_a_title_reworded_is_the_same_thing(store: Store, title: str) -> None:
    assert titled(store, "Council Tax collected", title) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NNDR collection", "Non-Domestic Rates collected"),
        ("Sickness absence", "Working days lost to sickness absence (rolling)"),
        ("ASB incidents", "Anti-social behaviour reports"),
        ("Freedom of Information requests", "FOI response times"),
    ],
)
def test_short_forms_are_the_same_thing(one: str, other: str) -> None:
    assert not another_thing(one, other)
    assert not another_thing(other, one)


def test_the_title_of_another_code_is_told_with_that_code(store: Store) -> None:
    rows = [
        Row(code="BV79b(ii)", title=RECOVERED),
        Row(code="BV79b(iii)", title=WRITTEN_OFF),
    ]
    swapped = Row(code="BV79b(iii)", title=RECOVERED)
    found = compared(store, report("a.pdf", Q1, rows), report("b.pdf", Q2, [swapped]))
    assert told(found) == [("code.meaning", "warning")]
    assert "the title of BV79b(ii)" in found[0].message


def test_two_codes_that_share_a_title_in_one_paper_are_two_all_the_same(store: Store) -> None:
    rows = [Row(code="LI 001", title="Calls answered"), Row(code="LI 002", title="Calls answered")]
    assert compared(store, report("a.pdf", Q1, rows), report("b.pdf", Q2, rows)) == []


def test_two_titles_in_one_paper_are_that_papers_own_fault(store: Store) -> None:
    rows = [
        Row(code="LI 001", title="Complaints answered within ten days"),
        Row(code="LI 001", title="Planning applications determined"),
    ]
    assert compared(store, report("a.pdf", Q1, rows), report("b.pdf", Q2, rows[:1])) == []


def test_an_action_code_used_for_two_tasks_is_told(store: Store) -> None:
    accounts = task("FP1922_01", title="Produce the final accounts by the end of May")
    scanning = task("FP1922_01", title="Introduce intelligent scanning to departments")
    papers = report("a.pdf", Q1, actions=[accounts]), report("b.pdf", Q2, actions=[scanning])
    assert told(compared(store, *papers)) == [("code.meaning", "warning")]


@pytest.mark.parametrize("council", [None, "Ashfield District Council"])
def test_codes_of_different_or_unknown_councils_are_not_compared(
    store: Store, council: str | None
) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, [Row(title="Council Tax collected")]),
        report("b.pdf", Q2, [Row(title="Planning applications determined")], council=council),
    )
    assert found == []


def test_a_person_s_decision_on_the_two_series_settles_it(store: Store) -> None:
    rows = [
        Row(code="LI 001", title=RECOVERED),
        Row(code="LI 002", title=WRITTEN_OFF),
    ]
    papers = (
        report("a.pdf", Q1, rows),
        report("b.pdf", Q2, [Row(code="LI 002", title=RECOVERED)]),
    )
    assert len(compared(store, *papers)) == 1
    one, other = sorted(papers[0].series, key=lambda item: item.code or "")
    save_link(
        store,
        Link(
            link_id="1",
            series_a=one.series_id,
            series_b=other.series_id,
            kind="redefined",
            decided_by=None,
            decided_at="2021-01-01T00:00:00Z",
            because=None,
        ),
    )
    assert compared(store) == []


@pytest.mark.parametrize(
    ("changed", "severity"), [({"unit": "days"}, "warning"), ({"polarity": "lower"}, "note")]
)
def test_a_code_that_changes_what_it_counts_in_or_how_it_is_good_is_told(
    store: Store, changed: dict[str, str], severity: str
) -> None:
    papers = report("a.pdf", Q1, [Row()]), report("b.pdf", Q2, [Row(**changed)])  # type: ignore[arg-type]
    assert told(compared(store, *papers)) == [("code.meaning", severity)]


def test_a_unit_that_one_paper_does_not_print_changes_nothing(store: Store) -> None:
    papers = report("a.pdf", Q1, [Row()]), report("b.pdf", Q2, [Row(unit=None, polarity=None)])
    assert compared(store, *papers) == []


def test_a_code_of_one_paper_that_looks_like_another_s_is_told(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, [Row(code="FPLocal_01")]),
        report("b.pdf", Q2, [Row(code="FPLocal_01")]),
        report("c.pdf", Q3, [Row(code="FPLocal_O1", title="Council tax collected (%)")]),
    )
    assert told(found) == [("code.misread", "warning")]
    assert (found[0].printed, found[0].expected) == ("FPLocal_O1", "FPLocal_01")


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("FPLocal_02", "Council Tax collected"),
        ("FPLocal_O1", "Planning applications determined"),
    ],
)
def test_another_code_or_another_title_is_no_misread_one(
    store: Store, code: str, title: str
) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, [Row(code="FPLocal_01")]),
        report("b.pdf", Q2, [Row(code=code, title=title)]),
    )
    assert [item for item in found if item.rule_id == "code.misread"] == []


def test_two_codes_that_one_paper_prints_are_not_one_misread(store: Store) -> None:
    rows = [Row(code="FPLocal_01"), Row(code="FPLocal_O1")]
    found = compared(store, report("a.pdf", Q1, rows[:1]), report("b.pdf", Q2, rows))
    assert [item for item in found if item.rule_id == "code.misread"] == []

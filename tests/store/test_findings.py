"""Findings are replaced rule by rule; links and what was accepted are people's decisions."""

from __future__ import annotations

import pytest

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Finding, FindingCell, Link, make_finding
from crossfoot.store.checks import Audited, save_audit
from crossfoot.store.database import Store
from crossfoot.store.findings import finding_cells, findings, set_accepted
from crossfoot.store.links import links, save_link
from crossfoot.store.load import load_paper

from .store_papers import document, figure, finding, paper_of, series_id, sha, whole_paper

PAPER = sha("whole.pdf")


def audit_finding(
    rule: str = "percentages", severity: str = "warning", message: str = "62.5% is 5 of 8"
) -> Finding:
    return make_finding(rule, severity, PAPER, message)  # type: ignore[arg-type]


def put(
    store: Store, rules: list[str], found: list[Finding], cells: list[FindingCell] | None = None
) -> None:
    save_audit(store, PAPER, Audited("1", rules, found, cells or [], []))


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    load_paper(store, whole_paper(), load_id)
    return store


def test_an_audit_replaces_its_own_findings_and_leaves_the_readers(filled: Store) -> None:
    first, second = audit_finding(message="first"), audit_finding(message="second")
    put(filled, ["percentages"], [first])
    put(filled, ["percentages"], [second, second])
    readers = finding(document("whole.pdf"))
    assert {item.finding_id for item in findings(filled)} == {
        second.finding_id,
        readers.finding_id,
    }


def test_an_audit_that_finds_nothing_any_more_clears_its_findings(filled: Store) -> None:
    put(filled, ["percentages"], [audit_finding()])
    put(filled, ["percentages"], [])
    assert [item.rule_id for item in findings(filled)] == ["sum-of-rows"]


def test_the_cells_that_prove_a_finding_are_kept_with_it(filled: Store) -> None:
    remark = audit_finding()
    proof = [FindingCell(finding_id=remark.finding_id, cell_id=cell) for cell in ("b", "a", "b")]
    put(filled, ["percentages"], [remark], proof)
    assert finding_cells(filled, remark.finding_id) == ["a", "b"]
    put(filled, ["percentages"], [])
    assert finding_cells(filled, remark.finding_id) == []


def test_what_was_accepted_outlives_an_audit_that_misses_it_once(filled: Store) -> None:
    remark = audit_finding()
    put(filled, ["percentages"], [remark])
    set_accepted(filled, remark.finding_id, "rounded by the paper")
    for found in ([], [remark]):
        put(filled, ["percentages"], found)
    again = [item for item in findings(filled) if item.finding_id == remark.finding_id]
    assert [item.accepted_because for item in again] == ["rounded by the paper"]


@pytest.mark.parametrize(
    "wrong",
    [
        audit_finding(rule="totals"),
        make_finding("percentages", "note", sha("other.pdf"), "of another paper"),
    ],
)
def test_a_finding_of_another_paper_or_rule_is_a_mistake_in_the_program(
    filled: Store, wrong: Finding
) -> None:
    with pytest.raises(ValueError, match="is not of this document and these rules"):
        put(filled, ["percentages"], [wrong])


def test_findings_of_a_document_that_is_not_there_are_refused(filled: Store) -> None:
    with pytest.raises(UsageError, match="there is no document"):
        save_audit(filled, sha("none.pdf"), Audited("1", ["percentages"], [], [], []))


def test_findings_are_listed_most_severe_first_and_accepted_ones_last(filled: Store) -> None:
    rules = ["a", "b", "c"]
    remarks = [
        audit_finding(rule, severity)
        for rule, severity in zip(rules, ("note", "error", "warning"), strict=True)
    ]
    put(filled, rules, remarks)
    set_accepted(filled, remarks[1].finding_id, "explained")
    listed = [(item.severity, item.rule_id) for item in findings(filled, document_id=PAPER)]
    assert listed == [("error", "sum-of-rows"), ("warning", "c"), ("note", "a"), ("error", "b")]


def test_findings_of_another_council_are_left_out(filled: Store) -> None:
    remark = audit_finding().model_copy(update={"council": "Bromsgrove District Council"})
    put(filled, ["percentages"], [remark])
    assert findings(filled, council="bromsgrove") == [remark]
    assert findings(filled, council="Ashfield") == []


def test_a_finding_is_accepted_by_the_start_of_its_id_and_taken_back(filled: Store) -> None:
    (remark,) = findings(filled)
    accepted = set_accepted(filled, remark.finding_id[:8].upper(), " counted by hand ")
    assert accepted.accepted_because == "counted by hand"
    assert findings(filled) == [accepted]
    assert set_accepted(filled, remark.finding_id, None) == remark
    assert findings(filled) == [remark]


@pytest.mark.parametrize("selector", ["", "zz", "%", "_"])
def test_a_finding_that_is_not_there_is_said_so(filled: Store, selector: str) -> None:
    with pytest.raises(UsageError, match="there is no finding"):
        set_accepted(filled, selector, "because")


def test_a_start_that_fits_two_findings_is_refused(filled: Store) -> None:
    remarks = [audit_finding(message=str(number)) for number in range(40)]
    put(filled, ["percentages"], remarks)
    starts = [item.finding_id[0] for item in remarks]
    doubled = next(start for start in starts if starts.count(start) > 1)
    with pytest.raises(UsageError, match="more than one finding"):
        set_accepted(filled, doubled, "because")


@pytest.mark.parametrize("because", ["", "  "])
def test_nothing_is_accepted_without_a_reason(filled: Store, because: str) -> None:
    (remark,) = findings(filled)
    with pytest.raises(UsageError, match="for a reason"):
        set_accepted(filled, remark.finding_id, because)


def link(kind: str = "same", other: str = "NI192", **values: str) -> Link:
    given = {
        "link_id": "1",
        "series_a": series_id("BV9"),
        "series_b": series_id(other),
        "kind": kind,
        "decided_by": "the auditor",
        "decided_at": "2021-01-01T00:00:00Z",
        "because": None,
    }
    return Link.model_validate(given | values)


def test_a_later_decision_takes_the_place_of_the_one_with_its_id(
    filled: Store, load_id: str
) -> None:
    paper = document("b.pdf")
    load_paper(filled, paper_of(paper, [figure(paper, "2018/19", "9", code="NI192")]), load_id)
    save_link(filled, link())
    save_link(filled, link("unrelated"))
    assert links(filled) == [link("unrelated")]
    assert links(filled, series_id=series_id("NI192")) == [link("unrelated")]
    assert links(filled, series_id=series_id("BV10")) == []


def test_a_link_to_a_series_that_is_not_there_is_refused(filled: Store) -> None:
    with pytest.raises(UsageError, match=f"there is no series {series_id('BV10')}"):
        save_link(filled, link(other="BV10"))


def test_a_series_is_not_linked_to_itself(filled: Store) -> None:
    with pytest.raises(UsageError, match="to itself"):
        save_link(filled, link(other="BV9"))

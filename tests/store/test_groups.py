"""Papers of one council are compared again when one of them changed, and only then."""

from __future__ import annotations

from datetime import date

import pytest

from crossfoot.schema.finding import Finding, Link, make_finding
from crossfoot.schema.paper import Paper
from crossfoot.store.checks import Audited
from crossfoot.store.database import Store
from crossfoot.store.findings import findings, set_accepted
from crossfoot.store.groups import is_as_listed, listed, save_groups
from crossfoot.store.links import remove_link, save_link
from crossfoot.store.load import load_paper, remove_document, start_load
from crossfoot.store.queries import documents

from .store_papers import document, figure, paper_of, series_id, sha, whole_paper
from .stored import mark_same_reports

PAPER = sha("whole.pdf")
RULE = "figure.restated"


def paper(name: str, **values: object) -> Paper:
    given = document(name, **values)
    return paper_of(given, [figure(given, "2018/19", "97.0%")])


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    load_paper(store, whole_paper(), load_id)
    return store


def members(store: Store) -> list[set[str]]:
    return [set(group.document_ids) for group in listed(store, "1").groups]


def found_in(store: Store, finding: Finding | None) -> bool:
    (stale,) = listed(store, "1").stale
    found = [finding] if finding else []
    return save_groups(store, "1", {stale: Audited(stale.digest, [RULE], found, [], [])})


def test_papers_are_grouped_by_council_and_unknown_ones_by_themselves(
    filled: Store, load_id: str
) -> None:
    names = {"b.pdf": "Ashfield District Council", "c.pdf": None, "d.pdf": None}
    for name, council in names.items():
        load_paper(filled, paper(name, council=council), load_id)
    load_paper(filled, paper("e.pdf"), load_id)
    assert sorted(members(filled), key=sorted) == sorted(
        [{PAPER, sha("e.pdf")}, {sha("b.pdf")}, {sha("c.pdf"), sha("d.pdf")}], key=sorted
    )


def test_a_pack_of_two_councils_reports_joins_their_papers(filled: Store, load_id: str) -> None:
    load_paper(filled, paper("b.pdf", council="Ashfield District Council"), load_id)
    pack = whole_paper("pack.pdf")
    front = pack.document.model_copy(update={"council": "Ashfield District Council"})
    load_paper(filled, pack.model_copy(update={"document": front}), load_id)
    assert members(filled) == [{PAPER, sha("b.pdf"), sha("pack.pdf")}]


def test_only_the_council_whose_papers_changed_is_compared_again(
    filled: Store, load_id: str
) -> None:
    load_paper(filled, paper("b.pdf", council="Ashfield District Council"), load_id)
    stale = listed(filled, "1").stale
    assert len(stale) == 2
    nothing = {group: Audited(group.digest, [RULE], [], [], []) for group in stale}
    assert save_groups(filled, "1", nothing)
    assert listed(filled, "1").stale == ()
    assert len(listed(filled, "2").stale) == 2
    load_paper(filled, paper("c.pdf"), load_id)
    assert [set(group.document_ids) for group in listed(filled, "1").stale] == [
        {PAPER, sha("c.pdf")}
    ]
    remove_document(filled, sha("c.pdf"))
    assert listed(filled, "1").stale == ()


def test_a_decision_on_two_series_asks_for_their_council_to_be_compared_again(
    filled: Store, load_id: str
) -> None:
    other = document("b.pdf")
    load_paper(filled, paper_of(other, [figure(other, "2018/19", "9", code="NI192")]), load_id)
    assert found_in(filled, None)
    save_link(
        filled,
        Link(
            link_id="1",
            series_a=series_id("BV9"),
            series_b=series_id("NI192"),
            kind="same",
            decided_by=None,
            decided_at="2021-01-01T00:00:00Z",
            because=None,
        ),
    )
    assert len(listed(filled, "1").stale) == 1


def test_a_paper_found_to_repeat_another_asks_for_the_comparison_again(
    filled: Store, load_id: str
) -> None:
    def printed(name: str) -> Paper:
        given = document(name, reporting_period="2018/19", published_on=date(2019, 7, 1))
        figures = [figure(given, "2018/19", value, row=row) for row, value in ((2, "84,617.25"),)]
        return paper_of(given, [*figures, figure(given, "2017/18", "71,234.75", row=2)])

    for name in ("b.pdf", "c.pdf"):
        two = printed(name)
        one = two.indicators[0]
        second = one.model_copy(update={"indicator_id": f"{name} 2", "row_no": 3})
        more = figure(two.document, "2018/19", "91,827.50", row=3)
        figures = [*two.figures, more.model_copy(update={"indicator_id": f"{name} 2"})]
        both = two.model_copy(update={"indicators": [one, second], "figures": figures})
        load_paper(filled, both, load_id)
    assert found_in(filled, None)
    assert mark_same_reports(filled) == 1
    assert len(listed(filled, "1").stale) == 1


def test_what_repeats_what_is_saved_with_the_findings_and_like_them_only_of_what_was_compared(
    filled: Store, load_id: str
) -> None:
    load_paper(filled, paper("b.pdf"), load_id)
    other = sha("b.pdf")
    (stale,) = listed(filled, "1").stale
    found = Audited(stale.digest, [RULE], [], [], [], {PAPER: None, other: PAPER})
    load_paper(filled, paper("c.pdf"), load_id)
    assert not save_groups(filled, "1", {stale: found})
    assert not any(each.same_report_as for each in documents(filled))
    remove_document(filled, sha("c.pdf"))
    assert save_groups(filled, "1", {stale: found})
    assert {each.document_id: each.same_report_as for each in documents(filled)} == found.repeats
    assert not listed(filled, "1").stale


def test_groups_are_listed_again_where_anything_that_they_follow_from_changed(
    filled: Store, load_id: str
) -> None:
    other = document("b.pdf")
    load_paper(filled, paper_of(other, [figure(other, "2018/19", "9", code="NI192")]), load_id)
    listing = listed(filled, "1")
    assert is_as_listed(filled, "1", listing)
    decided = Link(
        link_id="1",
        series_a=series_id("BV9"),
        series_b=series_id("NI192"),
        kind="same",
        decided_by=None,
        decided_at="2021-01-01T00:00:00Z",
        because=None,
    )
    (group,) = listing.stale
    nothing = {group: Audited(group.digest, [RULE], [], [], [])}
    save_link(filled, decided)
    assert not is_as_listed(filled, "1", listing)
    assert not save_groups(filled, "1", nothing, listing)
    remove_link(filled, decided.series_a, decided.series_b)
    assert is_as_listed(filled, "1", listing)
    assert save_groups(filled, "1", nothing, listing)
    load_paper(filled, paper("b.pdf", council=other.council), start_load(filled, "2"))
    assert not is_as_listed(filled, "1", listing)
    (changed,) = listed(filled, "1").stale
    assert changed != group


def test_findings_across_papers_are_replaced_whole_and_accepted_ones_stay_accepted(
    filled: Store, load_id: str
) -> None:
    remark = make_finding(RULE, "warning", PAPER, "97.0% before")
    for number, found in enumerate([remark, None, remark]):
        load_paper(filled, paper(f"{number}.pdf"), load_id)
        assert found_in(filled, found)
        if found:
            set_accepted(filled, remark.finding_id, "said so in the minutes")
    again = [item for item in findings(filled) if item.rule_id == RULE]
    assert [item.accepted_because for item in again] == ["said so in the minutes"]


def test_findings_of_content_that_changed_meanwhile_are_not_stored(
    filled: Store, load_id: str
) -> None:
    (stale,) = listed(filled, "1").stale
    load_paper(filled, paper("b.pdf"), load_id)
    remark = make_finding(RULE, "warning", PAPER, "97.0% before")
    assert not save_groups(filled, "1", {stale: Audited(stale.digest, [RULE], [remark], [], [])})
    assert RULE not in {item.rule_id for item in findings(filled)}
    assert len(listed(filled, "1").stale) == 1

"""What was accepted goes over to the same finding read anew, and to no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from crossfoot.schema.finding import Finding, make_finding
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Paper
from crossfoot.store.accepted import lost_acceptances
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import findings, set_accepted
from crossfoot.store.load import load_paper, remove_document, start_load
from crossfoot.store.upgrade import alembic_config, upgrade

from .store_papers import document, sha, whole_paper

PLACE = (2, Box(1.0, 2.0, 3.0, 4.0))
LOWER = (2, Box(1.0, 2.5, 3.0, 4.5))
FURTHER = (3, Box(9.0, 9.0, 19.0, 19.0))


def remark(
    message: str = "4 + 1 is 5",
    place: tuple[int, Box] = PLACE,
    printed: str | None = "4",
    rule: str = "sum-of-rows",
) -> Finding:
    paper = document("whole.pdf")
    return make_finding(rule, "error", paper.document_id, message, place=place, printed=printed)


def paper(version: str, found: Sequence[Finding]) -> Paper:
    whole = whole_paper(reader_version=version)
    return whole.model_copy(update={"findings": list(found), "finding_cells": []})


def accept_all(store: Store, load_id: str, found: Sequence[Finding]) -> None:
    load_paper(store, paper("1", found), load_id)
    for item in found:
        set_accepted(store, item.finding_id, f"seen {item.message}")


def accepted(store: Store) -> set[tuple[str, str | None]]:
    return {(item.finding_id, item.accepted_because) for item in findings(store)}


@pytest.mark.parametrize(
    "after",
    [
        remark(place=LOWER),
        remark(place=FURTHER),
        remark("the rows add up to 5"),
    ],
)
def test_a_finding_that_moved_or_was_reworded_stays_accepted(
    store: Store, load_id: str, after: Finding
) -> None:
    accept_all(store, load_id, [remark()])
    load_paper(store, paper("2", [after]), load_id)
    assert accepted(store) == {(after.finding_id, "seen 4 + 1 is 5")}
    assert lost_acceptances(store) == []
    # And it is the one that can be taken back, and that the next reading finds.
    load_paper(store, paper("3", [remark(place=LOWER)]), load_id)
    assert [item.accepted_because for item in findings(store)] == (
        ["seen 4 + 1 is 5"] if after.message == "4 + 1 is 5" else [None]
    )


@pytest.mark.parametrize(
    "after",
    [
        [remark("the rows add up to 5", place=LOWER)],
        [remark(rule="another")],
        [remark(printed="6")],
        [remark(place=LOWER), remark(place=FURTHER)],
        [],
    ],
)
def test_what_may_be_another_finding_is_not_accepted_and_what_was_is_named(
    store: Store, load_id: str, after: list[Finding]
) -> None:
    accept_all(store, load_id, [remark()])
    load_paper(store, paper("2", after), load_id)
    assert {because for _, because in accepted(store)} <= {None}
    (lost,) = lost_acceptances(store)
    assert (lost.file_name, lost.because) == ("whole.pdf", "seen 4 + 1 is 5")
    assert lost.finding == remark()


def test_a_remark_that_prints_nothing_goes_over_by_its_words_alone(
    store: Store, load_id: str
) -> None:
    accept_all(store, load_id, [remark(printed=None)])
    load_paper(store, paper("2", [remark("other words", printed=None)]), load_id)
    assert len(lost_acceptances(store)) == 1
    load_paper(store, paper("3", [remark(printed=None, place=LOWER)]), load_id)
    assert lost_acceptances(store) == []


def test_two_that_could_each_go_over_to_one_finding_both_stay_behind(
    store: Store, load_id: str
) -> None:
    accept_all(store, load_id, [remark(place=LOWER), remark(place=FURTHER)])
    load_paper(store, paper("2", [remark()]), load_id)
    assert accepted(store) == {(remark().finding_id, None)}
    assert len(lost_acceptances(store)) == 2


def test_a_finding_that_is_back_is_accepted_as_it_was(store: Store, load_id: str) -> None:
    accept_all(store, load_id, [remark()])
    load_paper(store, paper("2", []), load_id)
    load_paper(store, paper("3", [remark()]), load_id)
    assert accepted(store) == {(remark().finding_id, "seen 4 + 1 is 5")}


def test_what_was_accepted_in_a_paper_that_is_out_is_not_lost(store: Store, load_id: str) -> None:
    accept_all(store, load_id, [remark()])
    removed = remove_document(store, sha("whole.pdf"))
    assert removed is not None
    assert removed.accepted == 1
    assert lost_acceptances(store) == []


def test_what_was_accepted_before_an_upgrade_goes_over_after_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/old.db"
    (tmp_path / "old.db").touch()
    engine = create_engine(url)
    with engine.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        old = remark()
        connection.exec_driver_sql(
            "INSERT INTO loads (load_id, started_at, reader_version, papers, rows, outcome) "
            "VALUES ('1', '2020-01-01', '0.1.0', 0, 0, 'finished')"
        )
        connection.exec_driver_sql(
            "INSERT INTO documents (document_id, file_name, outcome, reader_version, load_id) "
            f"VALUES ('{old.document_id}', 'whole.pdf', 'read', '0.1.0', '1')"
        )
        connection.exec_driver_sql(
            "INSERT INTO findings (finding_id, rule_id, severity, document_id, page, x0, y0, x1, "
            "y1, message, printed, load_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '1')",
            (
                *(old.finding_id, old.rule_id, old.severity, old.document_id, old.page),
                *(old.x0, old.y0, old.x1, old.y1, old.message, old.printed),
            ),
        )
        connection.exec_driver_sql(
            "INSERT INTO acceptances (finding_id, document_id, because) VALUES (?, ?, 'seen')",
            (old.finding_id, old.document_id),
        )
    engine.dispose()
    upgrade(url)
    with open_store(url, create=False) as store:
        load_paper(store, paper("2", [remark(place=LOWER)]), start_load(store, "2"))
        assert accepted(store) == {(remark(place=LOWER).finding_id, "seen")}

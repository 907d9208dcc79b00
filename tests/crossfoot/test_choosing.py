from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.choosing import Chosen, Plan, choose, document_version
from crossfoot.schema.paper import Known
from crossfoot.sources import identify
from crossfoot.store.held import Held
from crossfoot.store.places import written_path

READER = "1.0"


def plan(path: Path, text: str, **facts: str) -> Plan:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Plan(identify(path), Known(**facts), listed=bool(facts))


def held(*plans: Plan, **fields: str) -> dict[str, Held]:
    """What the store has once these were read."""
    return {
        each.source.document_id: Held(
            document_version(READER, each.known),
            "read",
            each.source.file_name,
            place=written_path(each.source.path.absolute()),
        )._replace(**fields)
        for each in plans
    }


def chosen(plans: list[Plan], there: dict[str, Held], *, reread: bool = False) -> Chosen:
    return choose(plans, there, READER, reread=reread)


def test_facts_are_part_of_the_version_only_where_there_are_any() -> None:
    assert document_version("1.0", Known()) == "1.0"
    named = Known(council="Elsewhere", council_source="argument")
    assert document_version("1.0", named).startswith("1.0+facts.")
    assert document_version("1.0+headings.ab", named).startswith("1.0+headings.ab.facts.")
    manifest = named.model_copy(update={"council_source": "manifest"})
    assert document_version("1.0", named) != document_version("1.0", manifest)


@pytest.mark.parametrize(
    "facts",
    [
        {"council": "Elsewhere", "council_source": "manifest"},
        {"source_url": "https://example.org/a.pdf"},
        {"published_on": "2021-07-09", "published_on_source": "manifest"},
        {"period": "2019/20 Q1"},
        {"title": "Another"},
        {"committee": "Cabinet"},
    ],
)
def test_every_fact_of_a_manifest_row_has_the_paper_read_again(
    tmp_path: Path, facts: dict[str, str]
) -> None:
    before = plan(tmp_path / "a.pdf", "a")
    after = before._replace(known=Known.model_validate(facts), listed=True)
    assert chosen([after], held(before)).to_read == [after]
    assert chosen([after], held(after)).to_read == []
    assert chosen([before], held(after)).to_read == [before]


@pytest.mark.parametrize(
    "fields",
    [{"outcome": "failed"}, {"reader_version": "0.9"}, {"reader_version": "1.0+second.all"}],
)
def test_what_failed_or_was_read_by_another_reader_is_read(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    mine = plan(tmp_path / "a.pdf", "a")
    assert chosen([mine], held(mine, **fields)).to_read == [mine]


def test_what_is_there_is_left_alone_unless_it_is_to_be_read_again(tmp_path: Path) -> None:
    mine = plan(tmp_path / "a.pdf", "a")
    left = chosen([mine], held(mine))
    assert (left.to_read, left.unchanged) == ([], [mine.source])
    assert chosen([mine], held(mine), reread=True).to_read == [mine]


def test_of_the_same_bytes_twice_one_is_read(tmp_path: Path) -> None:
    one, two = plan(tmp_path / "one.pdf", "a"), plan(tmp_path / "two.pdf", "a")
    found = chosen([one, two], {})
    assert found.to_read == [one]
    assert found.duplicates == [(two.source, one.source)]
    assert found.places == {one.source.document_id: one.source.path}


def test_of_the_same_bytes_twice_the_name_that_is_in_the_store_stays(tmp_path: Path) -> None:
    one, two = plan(tmp_path / "one.pdf", "a"), plan(tmp_path / "two.pdf", "a")
    found = chosen([one, two], held(two))
    assert (found.to_read, found.unchanged, found.renamed) == ([], [two.source], [])


def test_of_the_same_bytes_twice_the_one_that_a_manifest_names_is_read(tmp_path: Path) -> None:
    one = plan(tmp_path / "one.pdf", "a")
    two = plan(tmp_path / "two.pdf", "a", title="Named")
    found = chosen([one, two], {})
    assert (found.to_read, found.contradicted) == ([two], [])


def test_two_manifest_rows_that_differ_on_the_same_bytes_are_said(tmp_path: Path) -> None:
    one = plan(tmp_path / "one.pdf", "a", title="One")
    two = plan(tmp_path / "two.pdf", "a", title="Two")
    assert chosen([one, two], {}).contradicted == [(two.source, one.source)]
    same = two._replace(known=one.known)
    assert chosen([one, same], {}).contradicted == []


def test_a_file_that_was_renamed_is_read_under_its_new_name(tmp_path: Path) -> None:
    old = plan(tmp_path / "old.pdf", "a")
    there = held(old)
    old.source.path.unlink()
    new = plan(tmp_path / "new.pdf", "a")
    found = chosen([new], there)
    assert found.to_read == [new]
    assert found.renamed == [(new.source, "old.pdf")]


def test_a_file_that_was_moved_under_its_name_is_not_read_but_found_there(tmp_path: Path) -> None:
    old = plan(tmp_path / "a.pdf", "a")
    new = plan(tmp_path / "elsewhere" / "a.pdf", "a")
    found = chosen([new], held(old))
    assert (found.unchanged, found.copies) == ([new.source], [])
    assert found.places == {new.source.document_id: new.source.path}


def test_a_copy_under_another_name_changes_nothing_while_the_first_is_there(
    tmp_path: Path,
) -> None:
    first = plan(tmp_path / "first.pdf", "a")
    copy = plan(tmp_path / "copies" / "copy.pdf", "a")
    found = chosen([copy], held(first))
    assert found.unchanged == [copy.source]
    assert found.copies == [(copy.source, "first.pdf")]
    assert found.places == {}


def test_another_file_in_the_place_of_one_that_is_gone_is_said(tmp_path: Path) -> None:
    old = plan(tmp_path / "report.pdf", "a")
    there = held(old)
    new = plan(tmp_path / "report.pdf", "b")
    found = chosen([new], there)
    assert found.to_read == [new]
    assert found.replaced == [(new.source, old.source.document_id)]


def test_a_file_that_only_changed_places_with_another_replaces_nothing(tmp_path: Path) -> None:
    old = plan(tmp_path / "report.pdf", "a")
    there = held(old)
    moved = plan(tmp_path / "report_v1.pdf", "a")
    new = plan(tmp_path / "report.pdf", "b")
    found = chosen([new, moved], there)
    assert found.replaced == []
    assert found.renamed == [(moved.source, "report.pdf")]

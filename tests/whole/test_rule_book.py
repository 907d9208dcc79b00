"""The book of all rules against what the code raises and what the pages explain."""

from __future__ import annotations

import json
import re

import pytest
from typer.testing import CliRunner

from crossfoot.app import command_line
from crossfoot.audit.across.rules import ACROSS_IDS
from crossfoot.audit.book import BOOK
from crossfoot.audit.entry import Entry
from crossfoot.audit.rules import RULE_IDS

from .raised_ids import ROOT, raised

ENTRIES = list(BOOK.values())


def _ids(origin: str) -> set[str]:
    return {entry.rule_id for entry in ENTRIES if entry.origin == origin}


def test_the_book_lists_exactly_what_the_code_raises() -> None:
    missing, idle = set(raised()) - set(BOOK), set(BOOK) - set(raised())
    assert not missing, f"add an entry to crossfoot/audit/book_*.py and a page for {missing}"
    assert not idle, f"nothing raises {idle}"


def test_each_rule_is_listed_under_the_audit_that_replaces_its_findings() -> None:
    assert _ids("paper") == set(RULE_IDS)
    assert _ids("across") == set(ACROSS_IDS)


def test_only_the_reader_raises_what_is_said_to_be_the_readers() -> None:
    for rule_id, files in raised().items():
        by_rules = {name.startswith("crossfoot/audit/") for name in files}
        assert by_rules == {BOOK[rule_id].origin != "reader"}, rule_id


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule_id)
def test_an_entry_says_what_it_is_in_one_line(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", entry.rule_id)
    assert 0 < len(entry.title) <= 75
    assert not entry.title.endswith(".")
    assert entry.checks
    order = ("note", "warning", "error")
    assert [order.index(each) for each in entry.severities] == sorted(
        {order.index(each) for each in entry.severities}
    )


def test_the_rules_are_listed_without_a_database(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command_line(), ["audit", "--rules", "--format", "json"])
    assert done.exit_code == 0
    rows = json.loads(done.stdout)
    assert [row["rule_id"] for row in rows] == sorted(BOOK)
    assert all((ROOT / row["page"]).suffix == ".md" for row in rows)
    assert list(tmp_path.iterdir()) == []


SECTIONS = ["What is checked", "Why", "Silent, or milder, where", "Example", "What to do"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule_id)
def test_every_rule_has_its_page(entry: Entry) -> None:
    text = (ROOT / entry.page).read_text(encoding="utf-8")
    head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    assert head.startswith(f"# {entry.rule_id}\n{entry.title}.\n")
    assert f"Severity: {', '.join(entry.severities)}." in head
    assert [part.partition("\n")[0] for part in parts] == SECTIONS
    assert all(len(part.partition("\n")[2].strip()) > 10 for part in parts)


def test_every_page_has_its_rule() -> None:
    assert {path.name for path in (ROOT / "docs" / "rules").iterdir()} == {
        f"{rule_id}.md" for rule_id in BOOK
    }

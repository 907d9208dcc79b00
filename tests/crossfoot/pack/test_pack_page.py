"""The page itself: everything escaped, nothing loaded, every finding in its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossfoot.audit.book import BOOK
from crossfoot.pack.contents import Checked, Contents, Proved, Rule
from crossfoot.pack.cuttings import Cutting
from crossfoot.pack.page import save, written
from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Finding, make_finding
from crossfoot.schema.paper import Document

EVIL = '<script>alert("x")</script>\x1b[31m'


def _document(**fields: object) -> Document:
    given = {"document_id": "a" * 64, "file_name": "a.pdf", "outcome": "read"}
    return Document.model_validate(given | {"reader_version": "1"} | fields)


def _contents(document: Document, *findings: Finding, held: int = 0) -> Contents:
    proved = [Proved(item, document, BOOK[item.rule_id], ()) for item in findings]
    entry = BOOK["summary.total"]
    return Contents(
        None,
        tuple(item for item in proved if item.finding.accepted_because is None),
        tuple(item for item in proved if item.finding.accepted_because is not None),
        (Rule(entry, held, len(proved), 0),),
        (Checked(document, {"error": 1, "warning": 0, "note": 0}, 0, held),),
    )


def _finding(message: str = "the total is 9", **fields: object) -> Finding:
    made = make_finding("summary.total", "error", "a" * 64, message, place=(3, None))
    return made.model_copy(update=fields)


def test_what_papers_print_is_text_and_never_markup() -> None:
    document = _document(file_name=EVIL, council=EVIL, reason=EVIL)
    finding = _finding(EVIL, printed=EVIL, expected=EVIL)
    cutting = Cutting(document, 3, (EVIL,), None, 0)
    page = written(_contents(document, finding), {finding.finding_id: [cutting]})
    assert "<script" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a.pdf", "https://example.org/a.pdf#page=3"),
        ("https://example.org/a.pdf#page=9", "https://example.org/a.pdf#page=3"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        (None, None),
    ],
)
def test_a_place_is_linked_to_its_page_where_the_paper_has_a_web_address(
    url: str | None, linked: str | None
) -> None:
    document = _document(source_url=url)
    finding = _finding()
    page = written(_contents(document, finding), {})
    links = [link for link in re.findall(r'href="([^"#][^"]*)"', page) if link.endswith("#page=3")]
    assert links == ([linked] if linked else [])
    assert "javascript:" not in page
    assert "a.pdf" in page


def test_nothing_is_loaded_and_no_script_runs() -> None:
    page = written(_contents(_document(), _finding()), {})
    assert not re.search(r"<(?:script|link|iframe|object|embed)\b|@import|url\(", page)
    assert "default-src 'none'" in page


def test_accepted_findings_stand_apart_with_their_reason() -> None:
    accepted = _finding("explained", accepted_because="moved to another team")
    page = written(_contents(_document(), _finding(), accepted, held=1234), {})
    before, _, after = page.partition("Looked at and accepted")
    assert "the total is 9" in before
    assert "explained" in after
    assert "moved to another team" in after
    assert "1,234</b>checks held" in page


def test_a_severity_without_findings_says_none() -> None:
    page = written(_contents(_document(), _finding()), {})
    assert re.search(r"<h2>Warnings</h2>\s*<p>None\.</p>", page)


def test_every_rule_named_at_a_finding_is_explained_on_the_page() -> None:
    page = written(_contents(_document(), _finding()), {})
    assert 'href="#r-summary.total"' in page
    assert 'id="r-summary.total"' in page


def test_the_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "pack.html"
    save("one", target)
    save("two", target)
    assert target.read_text(encoding="utf-8") == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["pack.html"]
    with pytest.raises(UsageError, match="cannot be written"):
        save("three", tmp_path / "no such folder" / "pack.html")
    with pytest.raises(UsageError, match="cannot be written"):
        save("four", tmp_path)

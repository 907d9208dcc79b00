"""``crossfoot audit``: what is wrong in the papers."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database, Form
from crossfoot.output import Format
from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.schema.finding import Finding
    from crossfoot.store.database import Store

_FAILED = 1
_SHOWN = (
    *("severity", "rule_id", "file_name", "page", "message", "printed", "expected"),
    *("finding", "accepted"),
)
_DIGITS = 8  # of a finding's id: enough to name one of millions
_DOTS_PER_INCH = 130  # of the pictures: the smallest print of a table is read at 100 per cent
_RULES = ("rule_id", "severities", "origin", "title", "page")


class Level(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def audit(
    council: Council = None,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
    rules: Annotated[
        bool, typer.Option("--rules", help="List the rules instead, each with its page.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Write the audit pack: every finding, pictured."),
    ] = None,
    papers: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Where the PDFs are now, if they were moved."),
    ] = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(help="End with exit code 1 if there is a finding this bad, or worse."),
    ] = None,
) -> None:
    """Check the papers' arithmetic against themselves and list what is wrong, worst first.

    Totals, bracketed counts and percentages of summary tables, summaries against the rows that
    are listed, sentences that count, progress and due dates against the status; and what the
    reader itself noticed. An error contradicts the paper, a warning is probably wrong or misread,
    a note is worth knowing. --rules lists every rule and the page that explains it. --report
    writes all of it as one page to print or to send, with every cell cut out of its paper and
    with what was checked and held.

    Example: crossfoot audit --fail-on error
    """
    if rules:
        _list_rules(form)
        return
    if report is not None and report.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"{report} is no name for a page", "give --report a name that ends .html")
    from crossfoot.found import COLUMNS, listed
    from crossfoot.store.database import open_store

    with open_store(db, create=False) as store:
        found = listed(store, council, output.say)
        if report is not None:
            with store.moment() as now:
                _write_pack(now, council, papers or [], report)
    rows = [
        {**row, "finding": item.finding_id[:_DIGITS], "accepted": item.accepted_because}
        for item, row in zip(found.findings, found.rows, strict=True)
    ]
    output.records(rows, _SHOWN if form is Format.TABLE else COLUMNS, form)
    if form is Format.TABLE:
        _count(found.findings, len(found.names))
    if fail_on is not None and _fails(found.findings, fail_on):
        raise typer.Exit(_FAILED)


def _write_pack(store: Store, council: str | None, papers: list[Path], target: Path) -> None:
    from crossfoot.commands.progress import steps
    from crossfoot.evidence import Files, Pages
    from crossfoot.pack.contents import contents
    from crossfoot.pack.cuttings import cuttings, documents_shown
    from crossfoot.pack.page import save, written
    from crossfoot.store.checks import known_files
    from crossfoot.store.queries import documents

    said = contents(store, council)
    files = Files(known_files(store), papers)
    by_id = {document.document_id: document for document in documents(store)}
    shown = documents_shown(said.every)
    with steps("drawing", len(shown)) as step:
        pictures = cuttings(store, said.every, by_id, Pages(files, _DOTS_PER_INCH), step)
    save(written(said, pictures), target)
    for name in sorted({by_id[key].file_name for key in shown if files.path(key) is None}):
        output.say(f"crossfoot: {name} is not where it was read; --papers PATH says where it is")
    output.say(f"crossfoot: the audit pack is in {target}")


def _list_rules(form: Format) -> None:
    from crossfoot.audit.book import BOOK

    rows = [{**entry._asdict(), "page": entry.page} for entry in BOOK.values()]
    output.records(rows, _RULES if form is Format.TABLE else (*_RULES, "checks"), form)


def _count(found: list[Finding], papers: int) -> None:
    open_findings = [item for item in found if item.accepted_because is None]
    counts = [
        output.counted(sum(item.severity == level for item in open_findings), level)
        for level in Level
    ]
    accepted = len(found) - len(open_findings)
    more = f", {accepted} accepted" if accepted else ""
    output.line(f"{output.counted(papers, 'paper')}: {', '.join(counts)}{more}")


def _fails(found: list[Finding], level: Level) -> bool:
    levels = list(Level)
    worst = levels[: levels.index(level) + 1]
    return any(item.accepted_because is None and item.severity in worst for item in found)

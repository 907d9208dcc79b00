"""The audit pack as one HTML page: nothing to load, no script, readable on paper."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from crossfoot import __version__
from crossfoot.output import printable
from crossfoot.pack.contents import SEVERITIES, Contents, Proved
from crossfoot.pack.cuttings import Cutting
from crossfoot.schema.errors import UsageError
from crossfoot.schema.paper import Document

# A link runs in the reader's browser: only those that fetch a page, never a script.
_SCHEMES = frozenset({"http", "https"})


def written(contents: Contents, pictures: Mapping[str, Sequence[Cutting]]) -> str:
    """Return the page. The same contents and pictures give the same bytes."""
    environment = Environment(
        loader=PackageLoader("crossfoot.pack", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(clean=_clean, link=_link)
    return environment.get_template("page.html").render(
        version=__version__,
        contents=contents,
        severities=SEVERITIES,
        groups=_grouped(contents.open),
        pictures=pictures,
    )


def save(page: str, target: Path) -> None:
    """Write the page whole or not at all. Raises UsageError where it cannot be written."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_text(page, encoding="utf-8")
        os.replace(part, target)  # noqa: PTH105 - the one call that replaces on every system
    except OSError as error:
        part.unlink(missing_ok=True) if part.parent.is_dir() else None
        raise UsageError(
            f"{target} cannot be written ({error.strerror or error})", "choose another folder"
        ) from error


def _grouped(found: Sequence[Proved]) -> list[tuple[str, list[tuple[Document, list[Proved]]]]]:
    """Findings by severity, then by paper, in the order of the papers' first finding."""
    groups: list[tuple[str, list[tuple[Document, list[Proved]]]]] = []
    for severity in SEVERITIES:
        papers: dict[str, tuple[Document, list[Proved]]] = {}
        for item in found:
            if item.finding.severity == severity:
                group = papers.setdefault(item.document.document_id, (item.document, []))
                group[1].append(item)
        groups.append((severity, list(papers.values())))
    return groups


def _clean(text: object) -> str:
    """Show the control characters of a paper's text as escapes; null as nothing."""
    return "" if text is None else printable(str(text))


def _link(document: Document, page: int | None = None) -> str | None:
    """Return where a document was published, at a page; None unless it is a web address."""
    url = document.source_url
    if url is None or urlsplit(url).scheme.casefold() not in _SCHEMES:
        return None
    return f"{url.partition('#')[0]}#page={page}" if page else url

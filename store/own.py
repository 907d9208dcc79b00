"""Tables of the store's own, which are not published.

``readings`` holds a digest of what was loaded, so that the same paper changes nothing, the version
of the rules it was audited by, and what was known of it from outside (a manifest row);
``series_readings`` what each paper says of a series, so that ``series`` does not depend on the
order of loading and outlives the removal of a paper; ``acceptances`` what people accepted, which
must outlive the findings of one reading, and the finding as it was then (JSON); ``checks`` how many
checks of each rule held; ``standing`` which content the findings across papers follow from;
``files`` where each document was read last, for a picture of a cell.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from crossfoot.store.columns import counts, document, key, metadata, of, required, texts
from crossfoot.store.constraints import attach
from crossfoot.store.tables import RELATIONS

readings = Table(
    "readings", metadata, document(key=True), *required("digest"), *texts("rules_version", "facts")
)

series_readings = Table(
    "series_readings",
    metadata,
    document(key=True),
    of("series_id", "series", key=True),
    *texts("council", "code", "title", "unit", "polarity"),
    Index(None, "series_id"),
)

acceptances = Table(
    "acceptances",
    metadata,
    key("finding_id"),
    Column("document_id", String(64), nullable=False),
    *required("because"),
    *texts("finding"),
    Index(None, "document_id"),
)

checks = Table(
    "checks",
    metadata,
    document(key=True),
    Column("rule_id", String(64), primary_key=True),
    *counts("held"),
)

standing = Table("standing", metadata, key("name"), *required("digest"))

files = Table("files", metadata, document(key=True), *required("path"))

EVERY_TABLE = (*RELATIONS, readings, series_readings, acceptances, checks, standing, files)
"""The whole schema."""

attach(EVERY_TABLE)

"""Three tables of the store's own, which are not published.

``readings`` holds a digest of what was loaded, so that the same paper changes nothing;
``series_readings`` what each paper says of a series, so that ``series`` does not depend on the
order of loading and outlives the removal of a paper; ``acceptances`` what people accepted, which
must outlive the findings of one reading.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from crossfoot.store.columns import document, key, metadata, of, required, texts
from crossfoot.store.tables import RELATIONS

readings = Table("readings", metadata, document(key=True), *required("digest"))

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
    Index(None, "document_id"),
)

EVERY_TABLE = (*RELATIONS, readings, series_readings, acceptances)
"""The whole schema."""

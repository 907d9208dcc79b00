"""Exact performance figures from committee papers, each tied to its place on the page.

The public names load what they need when they are first used; ``import crossfoot`` loads nothing.
``docs/library.md`` shows them at work.
"""

from importlib import import_module

TYPE_CHECKING = False  # type checkers take it for true; importing it from typing would take time
if TYPE_CHECKING:
    from crossfoot.library.evidence import Evidence, cite
    from crossfoot.library.files import export
    from crossfoot.library.frames import CrossfootWarning, codes, findings, relation, series
    from crossfoot.library.opening import open_store
    from crossfoot.library.papers import ingest, read
    from crossfoot.pipeline import Entry, Report
    from crossfoot.schema.errors import (
        ClusterError,
        CrossfootError,
        DocumentError,
        SettingsError,
        StoreError,
        UsageError,
    )
    from crossfoot.schema.paper import Paper
    from crossfoot.store.database import Store

__version__ = "0.9.0"

__all__ = [
    "ClusterError",
    "CrossfootError",
    "CrossfootWarning",
    "DocumentError",
    "Entry",
    "Evidence",
    "Paper",
    "Report",
    "SettingsError",
    "Store",
    "StoreError",
    "UsageError",
    "cite",
    "codes",
    "export",
    "findings",
    "ingest",
    "open_store",
    "read",
    "relation",
    "series",
]

_HOMES = {
    "crossfoot.library.evidence": ("Evidence", "cite"),
    "crossfoot.library.files": ("export",),
    "crossfoot.library.frames": ("CrossfootWarning", "codes", "findings", "relation", "series"),
    "crossfoot.library.opening": ("open_store",),
    "crossfoot.library.papers": ("ingest", "read"),
    "crossfoot.pipeline": ("Entry", "Report"),
    "crossfoot.schema.errors": (
        *("ClusterError", "CrossfootError", "DocumentError", "SettingsError", "StoreError"),
        "UsageError",
    ),
    "crossfoot.schema.paper": ("Paper",),
    "crossfoot.store.database": ("Store",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_HOME[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

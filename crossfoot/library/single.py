"""One paper, read and given back."""

from __future__ import annotations

from crossfoot.asked import Asked
from crossfoot.library.words import for_callers
from crossfoot.manifest import read_manifest
from crossfoot.planning import plans, settings_for
from crossfoot.reading import read_alone
from crossfoot.schema.errors import DocumentError, UsageError
from crossfoot.schema.paper import Paper
from crossfoot.server import check_may_start
from crossfoot.sources import identify, shown


def read_one(asked: Asked) -> Paper:
    """Read the one file that is asked for; see :func:`crossfoot.read`."""
    check_may_start()
    (path,) = asked.paths
    if not path.exists():
        raise UsageError(f"{shown(path)} does not exist", "check the path")
    if not path.is_file():
        raise UsageError(
            f"{shown(path)} is no file", "name one PDF; crossfoot.ingest takes folders"
        )
    settings = settings_for(asked)
    manifest = read_manifest(asked.manifest) if asked.manifest else None
    (plan,) = plans([identify(path)], manifest, asked.council, lambda _: None)
    paper, fault = read_alone(plan, settings)
    if paper.document.outcome == "failed":
        raise _error(paper) from fault
    return paper


def _error(paper: Paper) -> DocumentError:
    """Return the error of a paper that could not be read."""
    document = paper.document
    message, remedy = document.reason or "no page could be read", ""
    if document.pages is None and "; " in message:  # nothing was opened: an error said the reason
        message, _, remedy = message.rpartition("; ")
    return DocumentError(f"{document.file_name}: {for_callers(message)}", for_callers(remedy))

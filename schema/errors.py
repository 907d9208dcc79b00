"""The one tree of program errors. Problems in the data are findings, not exceptions.

Every error carries what happened and a remedy, and the exit code that the command ends with; only
``crossfoot.app`` turns them into exit codes.
"""

from __future__ import annotations


class CrossfootError(Exception):
    """Base of all errors we raise. ``str()`` is one line: what happened; what to do next."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}; {self.remedy}" if self.remedy else self.message


class UsageError(CrossfootError):
    """The arguments cannot be used: nothing was started."""

    exit_code = 2


class DocumentError(CrossfootError):
    """One document cannot be read. The ingest records it as that document's outcome."""

    exit_code = 3


class StoreError(CrossfootError):
    """The database cannot be opened, is not ours, or has another schema version.

    ``passes``: the cause may pass by itself within seconds, such as a server that starts again;
    nothing of the transaction was stored.
    """

    exit_code = 2

    def __init__(self, message: str, remedy: str = "", *, passes: bool = False) -> None:
        super().__init__(message, remedy)
        self.passes = passes


class ClusterError(CrossfootError):
    """The cluster that should read cannot be reached, differs, or went away; what landed stays."""

    exit_code = 2


class ReadOnlyError(StoreError):
    """The database may be read and not written."""


class SettingsError(UsageError):
    """A file of settings (headings, manifest) cannot be used; names the file and the line."""

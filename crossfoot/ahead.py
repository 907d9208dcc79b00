"""What a command begins before it has read its own command line: the readers get ready.

The order in which the processes of an ingest start, where its database is a new one:

1. This process loads what reading and storing papers both need, once for both.
2. It forks the server of the workers (:mod:`crossfoot.server`), which loads the reader.
3. Meanwhile this process loads the command line, looks for the papers, and hands the first of them
   over, which are read as soon as the server is ready (:mod:`crossfoot.intake`).
4. While they are read it loads SQLAlchemy and opens the database. Where a long document keeps all
   processors, it first stands back until the pages are read and one process interprets them.

Each step of this process is shorter than what the others do in its time, so that from the start on
one processor is never without work to the end: the first paper is read after what its reader needs
and nothing else. Where the database is there already nothing may be read before it has said what
has changed: the server is forked in the third step, and when that has been said it gets ready,
while this process loads what stores papers and compares them.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from crossfoot.database_name import is_new_file, unnamed_database

# The options with which these commands read for certain: not --help, --version or a misspelt one,
# which end a command at once, nor --executor, where others read.
_OPTIONS = frozenset(
    {
        *("--changed-only", "--council", "--db", "--debug", "--headings", "--jobs", "--manifest"),
        *("--memory", "--out", "--reread", "--second-opinion", "--time-limit"),
    }
)
_DATABASE = "--db"


def start_ahead(words: Sequence[str]) -> None:
    """Let the readers get ready where the *words* of the command line will surely need them.

    They are only looked at, and what they mean is said later. Where they turn out to ask for
    something else, the process that was begun for nothing is ended with the command.
    """
    if not _will_read(words):
        return
    with suppress(OSError, ImportError):  # it fails again where it can be said
        from crossfoot.server import READER, fork_server, worker_context

        fork_server()
        worker_context(READER)


def _will_read(words: Sequence[str]) -> bool:
    """Whether the words plainly ask for papers to be read, of which there is one at least."""
    command = next((word for word in words if not word.startswith("-")), None)
    if command not in ("ingest", "manifest"):
        return False
    if any(word.startswith("-") and word.partition("=")[0] not in _OPTIONS for word in words):
        return False
    named = words[words.index(command) + 1 :]
    if command == "ingest" and not is_new_file(_database(named)):
        return False
    return any(_is_there(word) for word in named)


def _database(words: Sequence[str]) -> str:
    for word, following in pairwise((*words, "")):
        if word == _DATABASE:
            return following
        if word.startswith(f"{_DATABASE}="):
            return word.removeprefix(f"{_DATABASE}=")
    return unnamed_database()


def _is_there(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):  # too long a name, for one
        return False

"""The entrance of the command ``crossfoot``, and no more than that.

Every worker process runs the module again in which the command began. So it imports next to
nothing; what the command line needs is imported when it runs, which no worker does.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Sequence

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from crossfoot.ahead import start_ahead
        from crossfoot.start import start_quickly, take_process

        start_quickly()
        if arguments is None:
            take_process()
            start_ahead(sys.argv[1:])
        from crossfoot.app import run
    except KeyboardInterrupt:
        sys.stderr.write("crossfoot: interrupted\n")
        raise SystemExit(_INTERRUPTED) from None
    run(arguments)


if __name__ == "__main__":
    main()

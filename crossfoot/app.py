"""The command line: which commands there are, and the one place that turns errors into exit codes.

0: done. 1: a check failed, or something is wrong in crossfoot itself. 2: the arguments cannot be
used, the database among them. 3: some documents failed. 130: interrupted. 141: the reader of a pipe
has gone.
"""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Sequence
from copy import copy
from types import TracebackType
from typing import Annotated

import typer

from crossfoot import __version__, output
from crossfoot.commands.accept import accept
from crossfoot.commands.audit import audit
from crossfoot.commands.cite import cite
from crossfoot.commands.codes import codes
from crossfoot.commands.compare import compare
from crossfoot.commands.coverage import coverage
from crossfoot.commands.database import database
from crossfoot.commands.export import export
from crossfoot.commands.forget import forget
from crossfoot.commands.ingest import ingest
from crossfoot.commands.link import link
from crossfoot.commands.loads import loads
from crossfoot.commands.manifest import manifest
from crossfoot.commands.schema import schema
from crossfoot.commands.show import show
from crossfoot.commands.trend import trend
from crossfoot.schema.errors import CrossfootError
from crossfoot.start import end_process

_DEBUG = "--debug"
_FAULT = 1
_USAGE = 2
_INTERRUPTED = 130
# Typer brings the command line parser either as a package of its own or inside; its base of
# usage errors is only reachable through this public name.
_ParserError: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)

app = typer.Typer(
    name="crossfoot",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        output.line(f"crossfoot {__version__}")
        raise typer.Exit


@app.callback()
def top(
    context: typer.Context,
    _version_asked: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say which version."),
    ] = False,
    debug: Annotated[
        bool, typer.Option(_DEBUG, help="Show the traceback of an error; works in any place.")
    ] = False,
) -> None:
    """Exact performance figures from council committee papers, each tied to its place on a page.

    Papers go in with ingest; trend, audit, codes, show and export read what came out. Every
    command explains itself: crossfoot COMMAND --help.

    Example: crossfoot ingest papers/ && crossfoot trend BV9
    """
    context.obj = debug


app.command(short_help="Read papers into the database.")(ingest)
app.command(short_help="Draft a list of what each paper says of itself.")(manifest)
app.command(short_help="Show what was read from one document.")(show)
app.command(short_help="Put the years of one indicator side by side.")(trend)
app.command(short_help="List what can be followed.")(codes)
app.command(short_help="Decide what one series is of another.")(link)
app.command(short_help="List what is wrong in the papers, worst first.")(audit)
app.command(short_help="Record that a finding was looked at and explained.")(accept)
app.command(short_help="Give the evidence for one figure: page, box and picture.")(cite)
app.command(short_help="Hold your own figures against the published ones.")(compare)
app.command(short_help="Say which periods are published and which are missing.")(coverage)
app.command(short_help="Write every relation as a file.")(export)
app.command(short_help="Take withdrawn documents out.")(forget)
app.command(short_help="List the runs that wrote into the database.")(loads)
app.command(short_help="Print the JSON Schema of every relation.")(schema)
app.add_typer(database, name="db", short_help="Bring the database's schema up to date.")


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = _DEBUG in given
    if debug:
        given = [_DEBUG, *(word for word in given if word != _DEBUG)]
    else:
        sys.excepthook = _own_fault
    code = _run(given, debug=debug)
    if arguments is None:  # the process ends now; Ctrl-C must not spoil how it ended
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_process(code)


def _run(arguments: list[str], *, debug: bool) -> int:
    try:
        code = _asked(arguments)(arguments, prog_name="crossfoot", standalone_mode=False)
    except CrossfootError as error:
        if debug:
            traceback.print_exc()
        output.say(f"crossfoot: {error}")
        return error.exit_code
    except _ParserError as error:
        return _usage(error)
    except OSError as error:
        if debug:
            traceback.print_exc()
        place = f"{error.filename}: " if error.filename else ""
        output.say(f"crossfoot: {place}{error.strerror or error}; check the path and its rights")
        return _USAGE
    except (KeyboardInterrupt, typer.Abort):
        output.say("crossfoot: interrupted")
        return _INTERRUPTED
    return code if isinstance(code, int) else 0


def _asked(arguments: list[str]) -> typer.Typer:
    """Return the app with the one command that is asked for, where one is.

    Typer makes all parameters of every command it has, 15 ms for ours, to read those of one.
    """
    name = next((word for word in arguments if not word.startswith("-")), None)
    asked = [
        info
        for info in app.registered_commands
        if info.callback is not None and info.callback.__name__ == name
    ]
    if not asked:
        return app
    alone = copy(app)
    alone.registered_commands, alone.registered_groups = asked, []
    return alone


def _usage(error: Exception) -> int:
    """Say in one line what is wrong with the arguments and which help to read."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "crossfoot"
    said = str(getattr(error, "message", "") or error)
    if type(error).__name__ == "NoArgsIsHelpError":
        output.write(f"{said}\n")
        return int(getattr(error, "exit_code", 2))
    formatted = error.format_message() if hasattr(error, "format_message") else said
    output.say(f"crossfoot: {formatted.rstrip('.')}; see {command} --help")
    return int(getattr(error, "exit_code", 2))


def _own_fault(
    kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """Show an error that nobody foresaw as one line."""
    output.say(
        f"crossfoot: something is wrong in crossfoot itself ({kind.__name__}: {error}); "
        "run the same command with --debug and report what it shows"
    )

"""The command line: which commands there are, and the one place that turns errors into exit codes.

0: done. 1: a check failed, or something is wrong in crossfoot itself. 2: the arguments cannot be
used, the database among them. 3: some documents failed. 130: interrupted. 141: the reader of a pipe
has gone.
"""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Iterable, Sequence
from importlib import import_module
from types import TracebackType
from typing import Annotated

import typer

from crossfoot import __version__, output
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

_DATABASE = "db"
# Every command with the line that the help has of it, in the order of the help. Each is a function
# in a module of its name.
_COMMANDS = {
    "ingest": "Read papers into the database.",
    "manifest": "Draft a list of what each paper says of itself.",
    "show": "Show what was read from one document.",
    "trend": "Put the years of one indicator side by side.",
    "codes": "List what can be followed.",
    "link": "Decide what one series is of another.",
    "audit": "List what is wrong in the papers, worst first.",
    "accept": "Record that a finding was looked at and explained.",
    "cite": "Give the evidence for one figure: page, box and picture.",
    "compare": "Hold your own figures against the published ones.",
    "coverage": "Say which periods are published and which are missing.",
    "export": "Write every relation as a file.",
    "forget": "Take withdrawn documents out.",
    "loads": "List the runs that wrote into the database.",
    "schema": "Print the JSON Schema of every relation.",
    _DATABASE: "Bring the database's schema up to date.",
}


def _version(asked: bool) -> None:
    if asked:
        output.line(f"crossfoot {__version__}")
        raise typer.Exit


def _top(
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


def command_line(names: Iterable[str] = tuple(_COMMANDS)) -> typer.Typer:
    """Return the command line with the commands of these names, and load no others.

    All of them take 5 ms to load, and Typer 15 to make all their parameters.
    """
    app = typer.Typer(
        name="crossfoot",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_top)
    for name in names:
        if name == _DATABASE:
            database = import_module("crossfoot.commands.database").database
            app.add_typer(database, name=name, short_help=_COMMANDS[name])
        else:
            command = getattr(import_module(f"crossfoot.commands.{name}"), name)
            app.command(short_help=_COMMANDS[name])(command)
    return app


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
        _invoke(arguments)
    except typer.Exit as ended:
        return ended.exit_code
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
    return 0


def _invoke(arguments: list[str]) -> None:
    """Run the command that is asked for.

    Not by the parser's own main function: it turns Ctrl-C into an exit code and says nothing.
    """
    command = typer.main.get_command(_asked(arguments))
    with command.make_context("crossfoot", arguments) as context:
        command.invoke(context)


def _asked(arguments: list[str]) -> typer.Typer:
    """Return the command line with the one command that is asked for, or with all."""
    name = next((word for word in arguments if not word.startswith("-")), None)
    return command_line([name] if name in _COMMANDS else _COMMANDS)


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

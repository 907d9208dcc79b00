"""How a process of crossfoot's starts; called before anything else is loaded."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from crossfoot.known_code import know_code
from crossfoot.known_patterns import know_patterns
from crossfoot.late_modules import load_modules_later

# A process loads 120,000 tuples, functions and classes and lets none of them go: to search them
# for garbage while they come takes a tenth of the start. What runs after makes few cycles.
_NEW_THINGS = 200_000
_ours: set[int] = set()  # the number of the process that is the command's, if this is one


def start_quickly() -> None:
    """Keep this process from doing, while it loads, what takes a seventh of the time for nothing.

    The garbage collector waits for more than what is loaded. pydantic does not look through every
    installed distribution for plugins that would watch models: ours are watched by nobody. What
    would be looked through is loaded when somebody does. What an earlier start compiled, beside
    modules, is not compiled again.
    """
    gc.set_threshold(_NEW_THINGS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    load_modules_later()
    know_patterns()
    know_code()


def take_process() -> None:
    """Note that this process is there for the command line alone, which may end it or fork it."""
    _ours.add(os.getpid())
    _fill_standard_streams()


def _fill_standard_streams() -> None:
    """Open nothing (the null device) where stdin, stdout or stderr is closed (``>&-``).

    The next file to be opened, the database, would take its number, and be written to by whatever
    writes to stdout.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            os.set_inheritable(number, True)
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def process_is_ours() -> bool:
    """Whether nothing but the command line runs in this process."""
    return os.getpid() in _ours


def may_fork() -> bool:
    """Whether this process may fork itself: it is the command's, and nothing else runs in it.

    Not on systems where forking without starting another program is not safe (macOS), nor where
    there is no such thing; not with threads, those that Python does not know of among them.
    """
    if sys.platform != "linux" or not process_is_ours() or is_watched():
        return False
    return threading.active_count() == 1 and len(list(Path("/proc/self/task").iterdir())) == 1


def is_watched() -> bool:
    """Whether a debugger, a profiler or a measure of coverage looks on, which must see the end."""
    monitoring = getattr(sys, "monitoring", None)  # there since Python 3.12
    tools = [monitoring.get_tool(number) for number in range(6)] if monitoring else []
    return bool(sys.gettrace() or sys.getprofile() or any(tools) or sys.flags.inspect)


def end_process(code: int) -> NoReturn:
    """End the command's process without taking down what it holds, piece by piece.

    That would take a tenth of a second for nothing: what had to be closed has been. Whatever asked
    to be called at the end is called, and what is printed has left. Where that fails, where threads
    still run and where somebody looks on, the process ends as any other.
    """
    if process_is_ours() and threading.active_count() == 1 and not is_watched():
        run_exit_functions = getattr(atexit, "_run_exitfuncs", None)
        with suppress(OSError, ValueError):
            sys.stderr.flush()
            sys.stdout.flush()
            if run_exit_functions is not None:
                run_exit_functions()
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
    sys.exit(code)

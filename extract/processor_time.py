"""How long reading may take: by the processor, and by the clock for what hangs without using it.

What a reader works is the processor's time. The clock goes on while others have the processor, and
readers stand back for them: of a processor that five busy programs share with one, a process at
nice 5 gets 6%, and at nice 19 0.3%.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

#: So many times its processor's time reading may take by the clock. Of 862 real papers one used 13%
#: of its time, no other 3%, half of them 0.04%: they are read where a reader gets a hundredth of a
#: processor or less.
BY_THE_CLOCK = 10
_LONGEST = 1e6  # seconds, as much as any wait of ours
_AT_ONCE = 1e-6  # seconds: none would be no limit

if sys.platform == "win32":

    @contextmanager
    def processor_time(_: float) -> Iterator[None]:
        """Limit nothing: nobody counts there."""
        yield

    def time_left() -> float:
        """Return the seconds that are left in the block: no limit."""
        return _LONGEST

    def use_up(_: float) -> None:
        """Count what others used: nobody does."""

    def is_out_of_time(_: int | None) -> bool:
        """Whether a process ended for this: never."""
        return False

else:

    @contextmanager
    def processor_time(seconds: float) -> Iterator[None]:
        """End this process, at once and whatever it does, when it has used so much in the block.

        The system counts (a few milliseconds exactly) and ends it, so that no loop in C goes on.
        Processes that this one starts are not counted.
        """
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # a shell or a program may ignore it
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGPROF])
        signal.setitimer(signal.ITIMER_PROF, min(seconds, _LONGEST))
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    def time_left() -> float:
        """Return the seconds that are left in the block, as many as one can have outside of it."""
        return signal.getitimer(signal.ITIMER_PROF)[0] or _LONGEST

    def use_up(seconds: float) -> None:
        """Count as this process's what a process that helps it used, in the block."""
        left = signal.getitimer(signal.ITIMER_PROF)[0]
        if left:
            signal.setitimer(signal.ITIMER_PROF, max(left - seconds, _AT_ONCE))

    def is_out_of_time(exitcode: int | None) -> bool:
        """Whether a process ended for this, by its exit code as :mod:`multiprocessing` has it."""
        return exitcode == -signal.SIGPROF

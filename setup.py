"""What pyproject.toml cannot say: the inner loops in C, which an installation can do without.

Where no compiler is found the build says so and goes on; the loops in Python give the same answers.
One build serves every Python from 3.11 on.
"""

import hashlib
import os
from pathlib import Path

from setuptools import Extension, setup

# Python rounds after each operation; a compiler may only do so too.
_ARGUMENTS = [] if os.name == "nt" else ["-O2", "-ffp-contract=off"]


def _loops(room: str) -> Extension:
    """Return the loops of a room, which know the digest of what they were built from.

    In a working copy ``compiled.py`` of the room compares it with what stands there.
    """
    folder = Path(room, "inner")
    sources, headers = sorted(folder.glob("*.c")), sorted(folder.glob("*.h"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in [*sources, *headers]))
    return Extension(
        f"crossfoot.{room}._inner",
        sources=[path.as_posix() for path in sources],
        depends=[path.as_posix() for path in headers],
        define_macros=[
            ("Py_LIMITED_API", "0x030B0000"),
            ("SOURCES", f'"{digest.hexdigest()}"'),
        ],
        extra_compile_args=_ARGUMENTS,
        py_limited_api=True,
        optional=True,
    )


setup(
    ext_modules=[_loops("extract"), _loops("schema")],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)

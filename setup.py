"""What pyproject.toml cannot say: the inner loops in C, which an installation can do without.

Where no compiler is found the build says so and goes on; the loops in Python give the same answers.
One build serves every Python from 3.11 on.
"""

import hashlib
import os
from pathlib import Path

from setuptools import Extension, setup

_FOLDER = Path("extract", "inner")
_SOURCES = sorted(_FOLDER.glob("*.c"))
_HEADERS = sorted(_FOLDER.glob("*.h"))
# What crossfoot.extract.compiled compares a build in a working copy with.
_DIGEST = hashlib.sha256(b"".join(path.read_bytes() for path in [*_SOURCES, *_HEADERS])).hexdigest()
# Python rounds after each operation; a compiler may only do so too.
_ARGUMENTS = [] if os.name == "nt" else ["-O2", "-ffp-contract=off"]

setup(
    ext_modules=[
        Extension(
            "crossfoot.extract._inner",
            sources=[path.as_posix() for path in _SOURCES],
            depends=[path.as_posix() for path in _HEADERS],
            define_macros=[("Py_LIMITED_API", "0x030B0000"), ("SOURCES", f'"{_DIGEST}"')],
            extra_compile_args=_ARGUMENTS,
            py_limited_api=True,
            optional=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)

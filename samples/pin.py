"""Takes out of a PDF what differs from run to run: the time of printing and random ids."""

from __future__ import annotations

import re

_DATE = re.compile(rb"D:\d{14}")
_ID = re.compile(rb"(/ID \[ ?)<[0-9A-F]{32}>(\s*)<[0-9A-F]{32}>")
_CHECKSUM = re.compile(rb"/DocChecksum /[0-9A-F]{32}")
_ZEROS = b"0" * 32


def pinned(pdf: bytes) -> bytes:
    """Return *pdf* with fixed dates and ids of the same length, so that no offset moves."""
    pdf = _DATE.sub(b"D:20000101000000", pdf)
    pdf = _ID.sub(rb"\1<" + _ZEROS + rb">\2<" + _ZEROS + b">", pdf)
    return _CHECKSUM.sub(b"/DocChecksum /" + _ZEROS, pdf)

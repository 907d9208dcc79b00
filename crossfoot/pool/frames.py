"""Numbered messages on a pipe between two processes."""

from __future__ import annotations

import struct
from socket import socket
from typing import BinaryIO, NamedTuple

_HEAD = struct.Struct("!QQ")  # number, bytes that follow
_LONG = 2**18  # bytes that are not copied to stand behind their head


class Frame(NamedTuple):
    """One message: the number of the job it belongs to or its kind, and what it says."""

    number: int
    content: bytes


def send_frame(pipe: socket, frame: Frame) -> None:
    """Send one frame. Raises OSError where nobody reads any more."""
    head = _HEAD.pack(frame.number, len(frame.content))
    if len(frame.content) < _LONG:
        pipe.sendall(head + frame.content)  # one packet
    else:
        pipe.sendall(head)
        pipe.sendall(frame.content)


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Write one frame. Raises OSError where nobody reads any more."""
    stream.write(_HEAD.pack(frame.number, len(frame.content)))
    stream.write(frame.content)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """Read one frame, None where the other side has closed the pipe, in the middle or not."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    number, length = _HEAD.unpack(head)
    content = stream.read(length)
    return Frame(number, content) if len(content) == length else None

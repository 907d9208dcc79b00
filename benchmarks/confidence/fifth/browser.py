"""Firefox prints web pages: started once, told over its own wire (Marionette, protocol 3)."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

_SECONDS = 120
_PORT = "MarionetteActivePort"  # in its profile the browser writes where it listens
_CM = 2.54 / 72  # of a point
_PREFERENCES = {
    "marionette.port": 0,  # any free one: it writes which
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "app.update.enabled": False,
    "browser.startup.page": 0,
    "network.proxy.type": 0,
}

Page = tuple[Path, Path, tuple[float, float], float]


def print_pages(pages: Sequence[Page], folder: Path) -> None:
    """Print each web page (its file, its PDF, the paper's size and margin in points).

    *folder* holds the browser's profile. Raises OSError where the browser does not start, and
    RuntimeError with what it says where it prints nothing.
    """
    profile = folder / "firefox"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / _PORT).unlink(missing_ok=True)  # of a browser that ran before
    told = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(told), encoding="ascii")
    command = ["firefox", "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
        try:
            with (
                socket.create_connection(("127.0.0.1", _port(profile, browser)), _SECONDS) as wire,
                wire.makefile("rwb") as stream,
            ):
                _read(stream)
                _ask(stream, "WebDriver:NewSession", {})
                for page in pages:
                    _print(stream, *page)
        finally:
            browser.terminate()


def _port(profile: Path, browser: subprocess.Popen[bytes]) -> int:
    file = profile / _PORT
    ends = time.monotonic() + _SECONDS
    while time.monotonic() < ends and browser.poll() is None:
        if file.exists() and (text := file.read_text(encoding="ascii").strip()):
            return int(text)
        time.sleep(0.05)
    raise OSError("the browser does not start")


def _print(
    stream: BinaryIO, page: Path, pdf: Path, size: tuple[float, float], margin: float
) -> None:
    _ask(stream, "WebDriver:Navigate", {"url": page.as_uri()})
    told = {
        "background": True,
        "shrinkToFit": False,
        "page": {"width": size[0] * _CM, "height": size[1] * _CM},
        "margin": dict.fromkeys(("top", "bottom", "left", "right"), margin * _CM),
    }
    pdf.write_bytes(b64decode(_ask(stream, "WebDriver:Print", told)["value"]))


def _ask(stream: BinaryIO, name: str, told: dict[str, Any]) -> dict[str, Any]:
    message = json.dumps([0, 1, name, told]).encode()
    stream.write(b"%d:%s" % (len(message), message))
    stream.flush()
    _, _, error, result = _read(stream)
    if error:
        raise RuntimeError(f"{name}: {error}")
    found: dict[str, Any] = result
    return found


def _read(stream: BinaryIO) -> Any:
    """One message: its length, a colon, JSON."""
    length = b""
    while (byte := stream.read(1)) != b":":
        if not byte:
            raise RuntimeError("the browser has ended")
        length += byte
    return json.loads(stream.read(int(length)))

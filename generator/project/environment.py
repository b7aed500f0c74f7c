"""The environment and the clock of the machine, and programs beside this one."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from generator.mail.sending import MailServer
from generator.project.loopback import HERE
from generator.project.paths import FORM, GUARD

_OF_MAIL_SERVER = ("HOST", "PORT", "SECURITY", "USER", "PASSWORD", "FROM")
_SECONDS = re.compile(r"[0-9]{1,10}")
_PORTS = {"starttls": 587, "ssl": 465, "none": 25}


@contextmanager
def form_server(root: Path, port: int, origin: str) -> Iterator[None]:
    """Decap's own small server, which saves what the form of that origin sends in the files of a folder.

    Only this computer reaches it, and only by its number. Raises FileNotFoundError where Node.js is not
    installed.
    """
    program = FORM / "decap-server" / "dist" / "index.js"
    settings = {
        "PORT": str(port),
        "BIND_HOST": HERE,
        "ORIGIN": origin,
        "GIT_REPO_DIRECTORY": str(root),
        "MODE": "fs",
        "LOG_LEVEL": "warn",
    }
    command = ["node", "--require", str(GUARD), str(program)]
    server = subprocess.Popen(command, cwd=root, env={**os.environ, **settings})
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def today() -> date:
    """The day of the build: SOURCE_DATE_EPOCH if it is one (reproducible-builds.org), else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if _SECONDS.fullmatch(epoch):
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now().astimezone().date()


def mail_server() -> MailServer | None:
    """The server that the environment names (STEKWIJZER_SMTP_HOST and its kin); None if it names none.

    ValueError if the number of its port is no number, or its security none that we know.
    """
    said = {key: os.environ.get(f"STEKWIJZER_SMTP_{key}", "") for key in _OF_MAIL_SERVER}
    if not said["HOST"]:
        return None
    security = said["SECURITY"] or "starttls"
    if security not in _PORTS:
        raise ValueError(security)
    return MailServer(
        host=said["HOST"],
        port=int(said["PORT"] or _PORTS[security]),
        security=security,
        user=said["USER"],
        password=said["PASSWORD"],
        sender=said["FROM"],
    )


def seconds() -> float:
    """A clock for telling how long something took."""
    return time.perf_counter()


def no_idle_threads() -> None:
    """Before numpy is imported: it starts threads for an algebra that we never ask for.

    A process that has threads cannot be copied (generator/processes.py).
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

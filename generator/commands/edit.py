"""The command `edit`: the form of /beheer/ on this computer, which saves in the files themselves."""

import io
import signal
import socket
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from generator import project as outside
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.editor import editor_files, local_host
from generator.project import HERE, Project, is_here, staff_words
from generator.unreadable import stop_if_unreadable

_FOLDER = "beheer"


def _add_arguments(edit: ArgumentParser) -> None:
    _ = staff_words().gettext
    edit.add_argument("--port", type=int, default=8010, help=_("the number behind the address (8010)"))


def _run(project: Project, options: Namespace, today: date) -> int:
    """`edit`: serves the form until somebody stops it. The files may hold mistakes.

    BuildStopped with all that cannot be read as a file.
    """
    _ = staff_words().gettext
    libraries = outside.form_libraries()
    if libraries is None:
        print(_("The form is not on this computer yet. Fetch it with: make beheer-local"), file=sys.stderr)
        return WRONG_USE
    stop_if_unreadable(project, staff_words())
    # Whatever stops us, the server that saves stops too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # A shell that starts it in the background has it ignore this one.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        handler = partial(_Handler, directory=folder)
        try:
            server = ThreadingHTTPServer((HERE, options.port), handler)
        except OSError:
            print(
                _("Port {port} is taken. Choose another one with --port.").format(port=options.port),
                file=sys.stderr,
            )
            return WRONG_USE
        origin = f"http://{HERE}:{server.server_port}"
        saving = _free_port()
        files = editor_files(local_host(saving), libraries, project.settings().url, staff_words())
        outside.write_files(Path(folder) / _FOLDER, files)
        try:
            with outside.form_server(project.root, saving, origin):
                print(_("Open the form in your browser: {address}").format(address=f"{origin}/{_FOLDER}/"))
                print(_("Stop with Ctrl-C. Then look whether all is well with: make check"), flush=True)
                server.serve_forever()
        except FileNotFoundError:
            print(
                _("The form needs Node.js. On Debian or Ubuntu: sudo apt-get install nodejs"), file=sys.stderr
            )
            return WRONG_USE
        except KeyboardInterrupt:
            return DONE
        finally:
            server.server_close()
    return DONE


class _Handler(SimpleHTTPRequestHandler):
    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if is_here(self.headers.get("Host")):
            return super().send_head()
        self.send_error(403)
        return None

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: a request is no news."""


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        port: int = free.getsockname()[1]
        return port


COMMANDS = {"edit": Command(_run, _add_arguments)}

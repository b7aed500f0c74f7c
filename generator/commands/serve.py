"""The command `serve`: the website and the flyers, as they are at this moment, while somebody edits."""

import errno
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

from generator import project as outside
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.problems import Problem
from generator.project import Project
from generator.reading.report import render_problem
from generator.serving import Preview, Workshop
from generator.source import staff_words


def add_serve_command(verbs: Any) -> ArgumentParser:
    """Adds `serve` to the verbs; gives its parser."""
    _ = staff_words().gettext
    serve: ArgumentParser = verbs.add_parser("serve", help=_("show the website while you edit"))
    serve.add_argument("--port", type=int, default=8000, help=_("the number behind the address (8000)"))
    return serve


def run_serve(project: Project, options: Namespace, today: Callable[[], date]) -> int:
    """`serve`: until the user stops it. With mistakes too: the browser shows them."""
    _ = staff_words().gettext
    workshop = Workshop(project, today, _print_mistakes)
    try:
        preview = Preview(workshop, staff_words(), options.port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        said = _("Port {port} is taken. Choose another one with --port.").format(port=options.port)
        print(said, file=sys.stderr)
        return WRONG_USE
    workshop.renew()
    print(_("The website: {address}").format(address=preview.address))
    print(_("Each page beside its flyer: {address}").format(address=preview.preview_address))
    print(_("Whatever you save shows by itself. Stop with Ctrl-C."), flush=True)
    try:
        preview.run()
    except KeyboardInterrupt:
        outside.forget_unused()
    return DONE


def _print_mistakes(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(render_problem(problem, staff_words()) + "\n", file=sys.stderr, flush=True)

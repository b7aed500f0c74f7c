"""The command `serve`: the website and the flyers, as they are at this moment, while somebody edits."""

import errno
import sys
from argparse import ArgumentParser, Namespace
from datetime import date

from generator import project as outside
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.problems import Problem
from generator.project import Project, staff_words
from generator.reading.report import render_problem
from generator.serving import Preview, Workshop


def _add_arguments(serve: ArgumentParser) -> None:
    _ = staff_words().gettext
    serve.add_argument("--port", type=int, default=8000, help=_("the number behind the address (8000)"))


def _run(project: Project, options: Namespace, today: date) -> int:
    """`serve`: until the user stops it. With mistakes too: the browser shows them."""
    _ = staff_words().gettext
    # It may run past midnight: unless a day was named, each look has a day of its own.
    day = (lambda: today) if options.today else outside.today
    workshop = Workshop(project, day, _print_mistakes)
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


COMMANDS = {"serve": Command(_run, _add_arguments)}

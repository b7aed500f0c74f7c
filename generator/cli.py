"""The command line, `python -m generator VERB`; `--help` names the verbs.

Exit codes: 0 done, 1 mistakes in the input, 2 wrong use.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

from generator import project as outside
from generator.collector import collect_seldom
from generator.commands.command import Command, add_shared_options
from generator.commands.exit_codes import MISTAKES, WRONG_USE
from generator.commands.mistakes import print_count, print_mistakes
from generator.commands.refusals import REFUSED, tell_refusal
from generator.model.fields import parse_date
from generator.problems import BuildStopped
from generator.project import Project, staff_words


def _verbs() -> dict[str, tuple[str, str]]:
    """Every verb: the module of `generator.commands` that has it, and what it does.

    Only the module of the verb that was typed is imported, so that `check` waits for no typesetter.
    """
    _ = staff_words().gettext
    return {
        "check": ("check", _("look for mistakes, and write nothing")),
        "build": ("build", _("make the website and all sheets")),
        "serve": ("serve", _("show the website while you edit")),
        "translations": ("translations", _("put new and changed texts in the files of translations")),
        "edition": ("editions", _("keep the editions of the binder that were printed")),
        "swap": ("editions", _("make the sheets to swap in an older binder")),
        "weekblad": ("paper", _("make the poster of a week, for the door")),
        "newsletter": ("paper", _("make the newsletter of a month, to print and to mail")),
        "sheet": (
            "sheet",
            _("make one sheet to fill in: to sign up, to refer somebody, to count on a round"),
        ),
        "stale": ("upkeep", _("name what should be checked again")),
        "confirm": ("upkeep", _("write down that records are still right")),
        "schema": ("editors", _("write the files with which an editor helps while you type")),
        "plain": ("plain", _("give advice on how to write more simply")),
        "links": ("links", _("look which links to other websites are dead")),
        "fetch": ("fetch", _("get the guides of others that are named here")),
        "region": ("region", _("make one website from the guides of many neighbourhoods")),
        "tree": ("tree", _("write the website as a project for another builder: properdocs, Zensical")),
        "export": ("tables", _("make a spreadsheet of all records, or the files for UiTdatabank")),
        "import": ("tables", _("take over a spreadsheet, or what a partner publishes")),
        "new": ("records", _("add a record: answer some questions, and it is written for you")),
        "format": ("records", _("straighten the layout of the files, and change nothing else")),
        "edit": ("edit", _("change the files in a form in the browser")),
    }


def command_of(verb: str) -> Command:
    """The command behind a verb; KeyError if there is none."""
    module, _help = _verbs()[verb]
    command: Command = import_module(f"generator.commands.{module}").COMMANDS[verb]
    return command


class Parser(ArgumentParser):
    """Says what is wrong with a command in the language of staff; argparse itself knows English only."""

    def __init__(self, **settings: Any) -> None:
        _ = staff_words().gettext
        super().__init__(**{**settings, "add_help": False})
        self.add_argument("-h", "--help", action="help", help=_("show this text"))
        self._optionals.title = _("options")
        self._positionals.title = _("to be typed behind it")

    def error(self, message: str) -> NoReturn:
        _ = staff_words().gettext
        typed = " ".join(sys.argv[1:])
        said = _("I do not understand this command: {typed}").format(typed=typed)
        remedy = _("See which commands there are with: python -m generator --help")
        self.exit(WRONG_USE, f"{said}\n{remedy}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    collect_seldom()
    outside.no_idle_threads()
    typed = sys.argv[1:] if arguments is None else arguments
    options = _parser(typed[0] if typed else "").parse_args(typed)
    command = command_of(options.verb)
    project = Project(options.root.resolve())
    missing = project.missing_files(options.verb)
    if command.begins:
        missing = tuple(name for name in missing if name not in outside.RECORD_FILES)
    _ = staff_words().gettext
    if missing:
        said = _(
            "In {folder} there is no {files}. Go to the folder of your neighbourhood, or name it with --root."
        )
        print(said.format(folder=project.root, files=", ".join(missing)), file=sys.stderr)
        return WRONG_USE
    try:
        today = parse_date(options.today) if options.today else outside.today()
    except PydanticCustomError:
        print(_("After --today comes a date, such as 2026-11-23."), file=sys.stderr)
        return WRONG_USE
    try:
        return command.run(project, options, today)
    except BuildStopped as stopped:
        print_mistakes(stopped.problems)
        print_count(stopped.problems)
        return MISTAKES
    except BrokenPipeError:
        raise
    except REFUSED as error:
        return tell_refusal(error, project)


def _parser(typed: str) -> Parser:
    """Knows all verbs, and what may stand behind the one that was typed first."""
    _ = staff_words().gettext
    parser = Parser(
        prog="python -m generator",
        description=_("Makes the website and the sheets of a neighbourhood out of two YAML files."),
    )
    parser.set_defaults(root=Path(), today=None)
    verbs = parser.add_subparsers(title=_("commands"), dest="verb", required=True, metavar="VERB")
    for verb, (_module, does) in _verbs().items():
        found = verbs.add_parser(verb, help=does)
        if verb == typed:
            command_of(verb).add_arguments(found)
            add_shared_options(found)
    return parser

"""The command `translations`: brings the files of translations up to date with the records."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import date

from generator.commands.command import Command
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.model.fields import FIRST_LANGUAGE, known_languages
from generator.project import Project, staff_words
from generator.translating import update_translations


def _add_arguments(parser: ArgumentParser) -> None:
    _ = staff_words().gettext
    parser.add_argument("--language", metavar="CODE", help=_("make a file for this language too, such as fr"))


def _run(project: Project, options: Namespace, today: date) -> int:
    _ = staff_words().gettext
    language = options.language
    if language and (language == FIRST_LANGUAGE or language not in known_languages()):
        print(_("After --language comes the code of a language, such as fr."), file=sys.stderr)
        return WRONG_USE
    tallies = update_translations(project, today, language)
    if not tallies:
        print(_("There are no translations yet. Make a first file with --language fr, for example."))
    for tally in tallies:
        said = _(
            "{file}: {translated} translated, {unreviewed} not checked by a speaker, "
            "{outdated} out of date, {missing} missing"
        )
        print(said.format(**asdict(tally)))
    return DONE


COMMANDS = {"translations": Command(_run, _add_arguments)}

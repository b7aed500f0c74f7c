"""The command `check`: all that is wrong in the input; nothing is made."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date

from generator.commands.command import Command
from generator.commands.exit_codes import DONE, MISTAKES
from generator.commands.mistakes import print_count, print_mistakes
from generator.commands.plain import print_tips
from generator.project import Project, staff_words
from generator.reading.report import render_warnings
from generator.source import read_project

FEW = 5
"""Warnings of one kind that are shown, unless asked for all."""


def _add_arguments(parser: ArgumentParser) -> None:
    _ = staff_words().gettext
    parser.add_argument("--all", action="store_true", help=_("show every warning, not a few of each kind"))


def _run(project: Project, options: Namespace, today: date) -> int:
    found = read_project(project, today)
    print_mistakes(found.problems)
    for block in render_warnings(found.problems, staff_words(), None if options.all else FEW):
        print(block + "\n", file=sys.stderr)
    print_count(found.problems)
    if found.guide:
        print_tips(found.guide)
    return DONE if found.guide else MISTAKES


COMMANDS = {"check": Command(_run, _add_arguments)}

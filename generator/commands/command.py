"""What every command says of itself: what may be typed behind it, and what it does."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.project import Project, staff_words


def no_arguments(parser: ArgumentParser) -> None:
    """For a command behind which nothing of its own is typed."""


@dataclass(frozen=True)
class Command:
    """A verb of the command line; its module lists it in `COMMANDS`."""

    run: Callable[[Project, Namespace, date], int]
    """Gives an exit code; raises BuildStopped with all mistakes of the input."""
    add_arguments: Callable[[ArgumentParser], None] = no_arguments
    begins: bool = False
    """A neighbourhood may begin with it, so there need not be records yet."""


def add_shared_options(parser: ArgumentParser) -> None:
    """What may stand behind every verb. Without `SUPPRESS`, an action would undo what its verb was told."""
    _ = staff_words().gettext
    parser.add_argument(
        "--root", type=Path, default=SUPPRESS, metavar="DIR", help=_("the folder of the neighbourhood")
    )
    parser.add_argument(
        "--today", default=SUPPRESS, metavar="DATE", help=_("the day to build for, such as 2026-11-23")
    )

"""The command `tree`: the website as files that other builders than MkDocs take too."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from generator import project as outside
from generator.build import load_site_input
from generator.commands.command import Command
from generator.commands.exit_codes import DONE
from generator.project import Project, staff_words
from generator.site import render_tree


def _add_tree(parser: ArgumentParser) -> None:
    _ = staff_words().gettext
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help=_("where to put the result"))


def _run_tree(project: Project, options: Namespace, today: date) -> int:
    """`tree --out DIR`; raises BuildStopped with all mistakes of the input."""
    site = load_site_input(project.root, today, all_languages=True)
    markdown = {path.removeprefix("content/"): text for path, text in project.texts_for_pages().items()}
    out = options.out.resolve()
    with outside.replacing(out, project.root) as stage:
        outside.write_files(stage, render_tree(site, markdown))
    print(staff_words().gettext("Project: {path}").format(path=project.in_root(out / "mkdocs.yml")))
    return DONE


COMMANDS = {"tree": Command(_run_tree, _add_tree)}

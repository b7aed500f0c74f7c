"""`export uitdatabank`: the activities for UiTdatabank as files, and what is left out with its reason."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator import project as outside
from generator.commands.exit_codes import DONE
from generator.feeds.uitdatabank import FOLDER, LeftOut, render_uitdatabank, select
from generator.project import Project, staff_words
from generator.source import load, view_languages
from generator.views.published import publish_guide
from generator.views.published_shapes import PublishedGuide

FORMAT = "uitdatabank"
_FOLDER = "stekwijzer-uitdatabank"


def export_uitdatabank(project: Project, options: Namespace, today: date) -> int:
    """Writes the files and tells in Dutch what is not in them. OSError if the folder cannot be written."""
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    guide = _published(project, today)
    folder: Path = options.file or project.root / _FOLDER
    files = {path.removeprefix(FOLDER): raw for path, raw in render_uitdatabank(guide, _).items()}
    for name, raw in files.items():
        outside.write_files((folder / name).parent, {Path(name).name: raw})
    found = select(guide, _)
    _tell(_("Look at these before you send them:"), found.attention)
    _tell(_("Not in it, and why:"), found.left_out)
    count = len(found.events)
    print(
        ngettext("{count} activity for UiTdatabank.", "{count} activities for UiTdatabank.", count).format(
            count=count
        )
    )
    print(_("Written: {path}").format(path=project.in_root(folder)))
    print(_("Nothing has been sent: what to do with these files stands in index.json."))
    return DONE


def _published(project: Project, today: date) -> PublishedGuide:
    source = load(project, today)
    guides = view_languages(source, source.languages)
    words = {language: outside.words_of(language) for language in guides}
    return publish_guide(source.guide, guides, words, source.settings.url, today)


def _tell(heading: str, entries: Iterable[LeftOut]) -> None:
    lines = [f"  {entry.id}: {entry.reason}" for entry in entries]
    if lines:
        print("\n".join((heading, *lines, "")))

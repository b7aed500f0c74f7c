"""The commands `export` and `import`: the records as a spreadsheet, and back."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator import project as outside
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.commands.incoming import FEEDS, REVIEW, run_incoming
from generator.commands.uitdatabank import FORMAT as UITDATABANK
from generator.commands.uitdatabank import export_uitdatabank
from generator.problems import BuildStopped, Problem
from generator.project import RECORD_FILES, Project, staff_words
from generator.reading.files import read_tree
from generator.source import load, read_project
from generator.tables.applying import apply
from generator.tables.columns import TABLES
from generator.tables.exporting import csv_files, workbook
from generator.tables.grid import FileError, Grid, read_delimited
from generator.tables.importing import recognise
from generator.tables.merging import merge
from generator.tables.places import TableFile, in_reading_order
from generator.tables.spreadsheet import MOST_BYTES, read_workbook
from generator.tables.telling import tell_changes
from generator.tables.tracing import at_cells

FORMATS = ("xlsx", "csv")
WORKBOOK, FOLDER = "stekwijzer.xlsx", "stekwijzer-csv"


def _add_export(give: ArgumentParser) -> None:
    _ = staff_words().gettext
    give.add_argument(
        "format",
        choices=(*FORMATS, UITDATABANK),
        help=_("xlsx: one workbook; csv: a file for each list; uitdatabank: a file for each activity"),
    )
    give.add_argument(
        "file",
        nargs="?",
        type=Path,
        help=_("where to put it (stekwijzer.xlsx, stekwijzer-csv or stekwijzer-uitdatabank)"),
    )


def _add_import(take: ArgumentParser) -> None:
    _ = staff_words().gettext
    take.add_argument(
        "format",
        choices=(*FORMATS, *FEEDS, REVIEW),
        help=_(
            "xlsx: an Excel workbook; csv: one list; hsds, ics: what a partner publishes, to review first; "
            "review: what was reviewed"
        ),
    )
    take.add_argument(
        "file",
        help=_("the file; for hsds and ics also an address; for csv also a folder with a file for each list"),
    )
    take.add_argument("--as", dest="shelf", choices=tuple(TABLES), help=_("which list it is, such as offers"))
    take.add_argument("--dry-run", action="store_true", help=_("show what would change, and write nothing"))
    take.add_argument("--clear", action="store_true", help=_("empty what is empty in the spreadsheet"))
    take.add_argument("--to", type=Path, metavar="FILE", help=_("for hsds and ics: the file to review in"))


def _run_export(project: Project, options: Namespace, today: date) -> int:
    """`export xlsx`, `export csv`, `export uitdatabank`. Raises BuildStopped with all mistakes."""
    _ = staff_words().gettext
    if options.format == UITDATABANK:
        try:
            return export_uitdatabank(project, options, today)
        except OSError as error:
            return _cannot(options.file or project.root, error)
    load(project, today)
    data = _records(project)
    if options.format == "xlsx":
        path = options.file or project.root / WORKBOOK
        folder = path.parent
        try:
            files = {path.name: workbook(data, today, _)}
        except FileError as error:
            raise BuildStopped((TableFile(path.name).problem(None, error.message, error.remedy),)) from error
    else:
        folder = path = options.file or project.root / FOLDER
        files = csv_files(data, _)
    try:
        outside.write_files(folder, files)
    except OSError as error:
        return _cannot(options.file or path, error)
    print(_("Written: {path}").format(path=project.in_root(path)))
    print(_("Take care: it also holds notes and names that are not published. Do not put it online."))
    return DONE


def _run_import(project: Project, options: Namespace, today: date) -> int:
    """`import xlsx FILE` and its kin. BuildStopped with all mistakes: nothing is written then."""
    if options.format in (*FEEDS, REVIEW):
        return run_incoming(project, options, today)
    _ = staff_words().gettext
    before = project.draft({})
    known = any((project.root / name).is_file() for name in RECORD_FILES)
    if known:
        load(before, today)
    try:
        sheets = recognise(_grids(options), options.shelf, _)
    except OSError as error:
        return _cannot(Path(options.file), error)
    texts = {name: before.text(name) for name in RECORD_FILES if (project.root / name).is_file()}
    found = merge(sheets.tables, _records(before), options.clear, _)
    for note in sheets.notes:
        print(note)
    if problems := (*sheets.problems, *found.problems):
        raise BuildStopped(tuple(in_reading_order(problems)))
    made = apply(found.changes, texts, RECORD_FILES)
    checked = read_project(project.draft(made), today)
    if checked.guide is None:
        raise BuildStopped(tuple(in_reading_order(at_cells(checked.problems, made, found.changes, _))))
    for line in tell_changes(found, _):
        print(line)
    if not found.changes:
        print(_("Nothing is different."))
    elif options.dry_run:
        print(_("Nothing was written yet. Type it again without --dry-run to take this over."))
    else:
        project.rewrite(made, texts)
        print(_("Written: {path}").format(path=", ".join(made)))
    return DONE


def _records(project: Project) -> dict[str, object]:
    """All records as typed: key at the top of a file -> its list."""
    sources = project.sources()
    found: dict[str, object] = {}
    for raw, name in zip((sources.offers, sources.socialmap, sources.flyers), RECORD_FILES, strict=True):
        tree, _findings = read_tree(raw or b"", name, staff_words().gettext)
        found |= tree.data if isinstance(tree.data, Mapping) else {}
    return found


def _grids(options: Namespace) -> list[tuple[TableFile, Grid]]:
    """The sheets of a workbook, of a CSV file, or of a folder with a CSV file for each list."""
    _ = staff_words().gettext
    found: list[tuple[TableFile, Grid]] = []
    problems: list[Problem] = []
    for path in outside.tables_at(Path(options.file)):
        raw = outside.start_of(path, MOST_BYTES)
        try:
            if options.format == "xlsx":
                found += [(TableFile(path.name, grid.name), grid) for grid in read_workbook(raw, _)]
            else:
                found.append((TableFile(path.name), read_delimited(raw, path.stem, _)))
        except FileError as error:
            problems.append(TableFile(path.name).problem(None, error.message, error.remedy))
    if problems:
        raise BuildStopped(tuple(problems))
    return found


def _cannot(path: Path, error: OSError) -> int:
    _ = staff_words().gettext
    print(
        _("I cannot open {path}: {reason}").format(path=path, reason=error.strerror or error), file=sys.stderr
    )
    return WRONG_USE


COMMANDS = {
    "export": Command(_run_export, _add_export),
    "import": Command(_run_import, _add_import, begins=True),
}

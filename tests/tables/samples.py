"""Workbooks as partners send them, and what the commands say of them."""

import io
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from generator.model.guide import Guide
from generator.project import Project, staff_words
from generator.source import read_records
from tests.tools.builds import TODAY, command_here

GETTEXT = staff_words().gettext
RECORDS = (
    "neighbourhood",
    "themes",
    "organisations",
    "places",
    "contacts",
    "questions",
    "helplines",
    "offers",
)


def run(root: Path, *arguments: str | Path) -> tuple[int, str]:
    return command_here(*map(str, arguments), "--root", str(root), "--today", TODAY)


def workbook_of(**sheets: list[list[Any]]) -> bytes:
    """A workbook with these rows, made by somebody who knows nothing of us."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def records_of(root: Path) -> dict[str, Any]:
    """List -> its records as the model has them."""
    reading, _geodata = read_records(Project(root), date.fromisoformat(TODAY))
    assert isinstance(reading.guide, Guide), reading.problems
    return {name: getattr(reading.guide, name) for name in (*RECORDS, "flyers")}


def bare_copy(root: Path, folder: Path, *, records: bool) -> Path:
    """A neighbourhood without map and texts, which take long to read; with or without its records."""
    folder.mkdir()
    for name in ("mkdocs.yml", *(("offers.yaml", "socialmap.yaml") if records else ())):
        shutil.copy(root / name, folder)
    if (root / "print/flyers").is_dir():
        shutil.copytree(root / "print/flyers", folder / "print/flyers")
        if not records:
            (folder / "print/flyers/flyers.yaml").unlink(missing_ok=True)
    return folder

"""The command for editors of text: `schema` writes what VS Code and its like help with."""

import json
from argparse import Namespace
from datetime import date

from generator import project as outside
from generator.commands.command import Command
from generator.commands.exit_codes import DONE
from generator.project import Project, staff_words
from generator.reading.schema import flyers_schema, offers_schema, socialmap_schema
from generator.reading.snippets import snippets

FOLDER = ".vscode"


def _run_schema(project: Project, options: Namespace, today: date) -> int:
    """`schema`: writes the schema of each file, and a record of each kind to fill in."""
    _ = staff_words().gettext
    files = editor_files()
    outside.write_files(project.root / FOLDER, files)
    for name in files:
        print(f"{FOLDER}/{name}")
    print(_("In VS Code, install the extension YAML of Red Hat. It reads the first line of your files:"))
    print(f"# yaml-language-server: $schema={FOLDER}/offers.schema.json")
    return DONE


def editor_files() -> dict[str, bytes]:
    """Name -> bytes of all files for editors."""
    _ = staff_words().gettext
    made = {
        "flyers.schema.json": flyers_schema(_),
        "offers.schema.json": offers_schema(_),
        "socialmap.schema.json": socialmap_schema(_),
        "stekwijzer.code-snippets": snippets(_),
    }
    return {
        name: (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode() for name, data in made.items()
    }


COMMANDS = {"schema": Command(_run_schema)}

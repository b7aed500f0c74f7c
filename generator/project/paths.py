"""Where things are: what the generator brings along, and the files of a neighbourhood."""

import os
from pathlib import Path

from generator.reading.sources import FLYERS_FILE

GENERATOR = Path(__file__).resolve().parent.parent
HOME = GENERATOR.parent
TEMPLATES = HOME / "print"
FONTS = TEMPLATES / "fonts"
MANUAL = HOME / "docs" / "handleiding.md"
MANUAL_PICTURES = HOME / "docs" / "pictures" / "handleiding"
CACHE = Path(os.environ.get("STEKWIJZER_CACHE") or HOME / ".cache" / "build")
FORM = HOME / ".cache" / "beheer" / "node_modules"
"""What `make beheer` fetched."""
GUARD = GENERATOR / "editor" / "guard.cjs"
"""What stands before decap-server."""
FIRST_LANGUAGE = "nl"
LANGUAGE_OF_CODE = "en"
STAFF_LANGUAGE = "nl"
RECORD_FILES = ("offers.yaml", "socialmap.yaml", FLYERS_FILE)
"""Where the records are."""
TRANSLATIONS = "content/translations"
NEWSLETTERS = "content/nieuwsbrief"
"""A foreword for each month, "2026-12.md"."""
LINK_REPORT = "print/links.json"
"""What the last look at the outside links found: beside the register, for a build reads it too."""


def translation_file(language: str) -> str:
    """Where the translations of the records into a language are, below the neighbourhood's folder."""
    return f"{TRANSLATIONS}/{language}.po"

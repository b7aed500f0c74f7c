"""What the generator brings along: words, fonts, pictograms, holidays, the manual."""

from functools import cache
from pathlib import Path

import material

from generator.project.neighbourhood import Project
from generator.project.paths import (
    FIRST_LANGUAGE,
    FONTS,
    FORM,
    GENERATOR,
    HOME,
    LANGUAGE_OF_CODE,
    MANUAL,
    MANUAL_PICTURES,
    STAFF_LANGUAGE,
)
from generator.project.reading_files import files_in
from generator.wording.words import DOMAINS, Words, read_words


def templates_state() -> tuple[tuple[str, int, int, int], ...]:
    """The state of what the generator itself has: templates of sheets and pages, scripts, styles."""
    return Project(HOME).state("print", "generator/site")


@cache
def words_of(language: str) -> Words:
    """The interface texts of a language; where one lacks a text, it is said in Dutch.

    In the neighbourhoods of this guide more people read Dutch than the English of the code.
    """
    dutch = None if language in (FIRST_LANGUAGE, LANGUAGE_OF_CODE) else words_of(FIRST_LANGUAGE)
    folder = GENERATOR / "locale" / language
    paths = ((domain, folder / f"{domain}.po") for domain in DOMAINS)
    catalogues = {domain: path.read_bytes() for domain, path in paths if path.is_file()}
    return read_words(language, catalogues, dutch)


def staff_words() -> Words:
    """The words for those who edit."""
    return words_of(STAFF_LANGUAGE)


@cache
def icon_names() -> frozenset[str]:
    """Names of the pictograms that people may choose from."""
    return frozenset(path.stem for path in _icon_folder().glob("*.svg"))


@cache
def icon(name: str) -> bytes:
    """A pictogram as SVG; KeyError if there is none of that name."""
    if name not in icon_names():
        raise KeyError(name)
    return (_icon_folder() / f"{name}.svg").read_bytes()


def _icon_folder() -> Path:
    assert material.__file__ is not None
    return Path(material.__file__).parent / "templates" / ".icons" / "material"


def school_holidays_csv() -> str:
    return (GENERATOR / "data" / "school-holidays.csv").read_text(encoding="utf-8")


def manual() -> str:
    """The manual for staff, of every neighbourhood alike."""
    return MANUAL.read_text(encoding="utf-8")


def manual_pictures() -> dict[str, bytes]:
    """Those of the manual: file name -> PNG."""
    return files_in(MANUAL_PICTURES, (".png",))


def fonts() -> dict[str, bytes]:
    """The fonts of paper and screen: file name -> bytes."""
    return files_in(FONTS, (".ttf",))


def form_libraries() -> dict[str, bytes] | None:
    """The scripts of others that the form of /beheer/ needs: path -> bytes; None before `make beheer`."""
    cms, yaml_parser = FORM / "decap-cms" / "dist", FORM / "yaml"
    if not (cms / "decap-cms.js").is_file() or not yaml_parser.is_dir():
        return None
    browser = yaml_parser / "browser" / "dist"
    return (
        {path.name: path.read_bytes() for path in sorted(cms.glob("*decap-cms.js"))}
        | {
            f"yaml/{path.relative_to(browser).as_posix()}": path.read_bytes()
            for path in sorted(browser.rglob("*.js"))
        }
        | {"yaml/LICENSE": (yaml_parser / "LICENSE").read_bytes()}
    )

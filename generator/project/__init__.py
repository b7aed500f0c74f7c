"""The only door to files, the clock and the environment; all else gets text and dates passed in.

`root` is the folder of a neighbourhood: its YAML files, content/, mkdocs.yml. The rest
(templates, fonts, theme, catalogues) belongs to the generator, and is found beside it.
"""

from generator.project.cache import forget_unused, kept
from generator.project.environment import form_server, mail_server, no_idle_threads, seconds, today
from generator.project.loopback import HERE, is_here
from generator.project.neighbourhood import Project, SiteSettings
from generator.project.odd_files import OddFile, Oddity
from generator.project.own_files import (
    fonts,
    form_libraries,
    icon,
    icon_names,
    manual,
    manual_pictures,
    school_holidays_csv,
    staff_words,
    templates_state,
    words_of,
)
from generator.project.paths import (
    CACHE,
    FIRST_LANGUAGE,
    FONTS,
    FORM,
    GENERATOR,
    HOME,
    LANGUAGE_OF_CODE,
    LINK_REPORT,
    MANUAL,
    NEWSLETTERS,
    RECORD_FILES,
    TEMPLATES,
    TRANSLATIONS,
    translation_file,
)
from generator.project.publishing import AlreadyBuildingError, replacing, write_files
from generator.project.reading_files import files_below, lines_of, start_of, tables_at
from generator.project.result_folder import UnfitFolderError

__all__ = [
    "CACHE",
    "FIRST_LANGUAGE",
    "FONTS",
    "FORM",
    "GENERATOR",
    "HERE",
    "HOME",
    "LANGUAGE_OF_CODE",
    "LINK_REPORT",
    "MANUAL",
    "NEWSLETTERS",
    "RECORD_FILES",
    "TEMPLATES",
    "TRANSLATIONS",
    "AlreadyBuildingError",
    "OddFile",
    "Oddity",
    "Project",
    "SiteSettings",
    "UnfitFolderError",
    "files_below",
    "fonts",
    "forget_unused",
    "form_libraries",
    "form_server",
    "icon",
    "icon_names",
    "is_here",
    "kept",
    "lines_of",
    "mail_server",
    "manual",
    "manual_pictures",
    "no_idle_threads",
    "replacing",
    "school_holidays_csv",
    "seconds",
    "staff_words",
    "start_of",
    "tables_at",
    "templates_state",
    "today",
    "translation_file",
    "words_of",
    "write_files",
]

"""What keeps files from being read at all: links, pipes and scripts in their place, damaged settings."""

import re
from collections.abc import Iterator

import yaml

from generator.problems import BuildStopped, Problem
from generator.project import OddFile, Oddity, Project
from generator.reading.handwritten import find_in_page, not_as_yaml
from generator.wording.words import Words

_SETTINGS = "mkdocs.yml"
_PYTHON = "tag:yaml.org,2002:python/"
"""How the tags begin that call Python (`!!python/object/apply:os.system`), however they are typed."""
_ANOTHER_FILE = "INHERIT"
"""The key with which MkDocs reads settings from a file that nobody here has seen."""
_OURS: dict[str, object] = {
    "docs_dir": "content",
    "theme": {"name": "mkdocs"},
    "plugins": [],
    "hooks": [],
    "markdown_extensions": [],
    "site_dir": "/nowhere",
}
"""Settings that a build does not take from the file, so nobody needs to hear of them."""


def find_unreadable(project: Project, words: Words) -> tuple[Problem, ...]:
    """Every file that cannot be used as it is, and settings that are no YAML."""
    odd = tuple(_of_file(each, words) for each in project.odd_files())
    return odd or tuple(_of_settings(project, words))


def stop_if_unreadable(project: Project, words: Words) -> None:
    """Raises BuildStopped with all of them."""
    if problems := find_unreadable(project, words):
        raise BuildStopped(problems)


def _of_file(odd: OddFile, words: Words) -> Problem:
    _ = words.gettext
    message, remedy = {
        Oddity.NAME: (
            _("The name of this file or folder has signs in it that no address can hold: ? stands for each."),
            _("Give it another name, of letters, digits and dashes."),
        ),
        Oddity.LINK: (
            _("This is a link to somewhere else, and what stands there is not yours to publish."),
            _("Put a copy of the file itself in its place."),
        ),
        Oddity.SPECIAL: (
            _("This is no ordinary file, but something of the computer itself."),
            _("Take it away, or put an ordinary file in its place."),
        ),
        Oddity.FOLDER: (
            _("This is a folder, where a file is meant to be."),
            _("Give the folder another name, and the file its own name again."),
        ),
        Oddity.FILE: (
            _("This is a file, where a folder of the website may be meant to be."),
            _("Give it an ending, such as .txt, or another name."),
        ),
        Oddity.CLOSED: (
            _("This may not be read."),
            _("Ask who looks after this computer for the right to read it."),
        ),
        Oddity.LARGE: (
            _("This file is far too large."),
            _("Look what is in it, and make it smaller or take it away."),
        ),
        Oddity.RUNS: (
            _("This would be on the website as it is, and a browser would run what stands in it."),
            _("Take it away, or write what it tells in a page: a file that ends in .md."),
        ),
        Oddity.DRAWING: (
            _("This drawing does more than draw, or cannot be read: a browser might run what stands in it."),
            _("Save it as a plain SVG, without scripts and links, or as PNG."),
        ),
    }[odd.oddity]
    return Problem(odd.name, 0, 0, message, remedy)


def _of_settings(project: Project, words: Words) -> Iterator[Problem]:
    """mkdocs.yml, and what stands between dashes above each page."""
    yield from tuple(_damaged(project, words)) or tuple(_running(project, words)) or _refused(project, words)
    for name, raw in project.raw_pages().items():
        yield from find_in_page(name, raw, words)


def _running(project: Project, words: Words) -> Iterator[Problem]:
    """What runs as soon as MkDocs reads it: Python by its name, on whatever level, or in another file."""
    _ = words.gettext
    text = project.text(_SETTINGS)
    lines = text.splitlines()
    for event in yaml.parse(text, yaml.SafeLoader):
        mark = event.start_mark
        if not isinstance(event, yaml.NodeEvent) or mark is None:
            continue
        runs = str(getattr(event, "tag", None) or "").startswith(_PYTHON)
        takes_over = isinstance(event, yaml.ScalarEvent) and event.value == _ANOTHER_FILE
        if runs or takes_over:
            yield Problem(
                _SETTINGS,
                mark.line + 1,
                mark.column + 1,
                _("MkDocs would run what stands here, or read another file, before anybody looked at it."),
                _("Take this away: site_name and site_url are enough."),
                lines[mark.line],
            )


def _refused(project: Project, words: Words) -> Iterator[Problem]:
    """Settings that are YAML, but nothing that MkDocs can use."""
    _ = words.gettext
    lines = project.text(_SETTINGS).splitlines()
    for key in _refused_keys(project.all_settings()):
        said = re.compile(rf"""["']?{re.escape(key)}["']?\s*:""")
        line = next((number for number, line in enumerate(lines, start=1) if key and said.match(line)), 0)
        yield Problem(
            _SETTINGS,
            line,
            1 if line else 0,
            _("MkDocs cannot use what stands at {key}.").format(key=key)
            if key
            else _("MkDocs cannot use these settings."),
            _("Take this setting away, or write it as it was; site_name and site_url are enough."),
            lines[line - 1] if line else "",
        )


def _refused_keys(settings: dict[str, object]) -> tuple[str, ...]:
    """The settings that MkDocs refuses, of those that a build leaves as they are; "" for all together."""
    # MkDocs takes long to load, and many commands come this far only when something is wrong.
    from mkdocs.config.base import ValidationError
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import MkDocsException

    config = MkDocsConfig(config_file_path=_SETTINGS)
    try:
        config.load_dict(settings | _OURS)
        errors, warnings = config.validate()
    except (
        MkDocsException,
        ValidationError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return ("",)  # MkDocs takes hold of things before it knows what they are
    refused = [str(name) for name, _why in (*errors, *(warnings if config.strict else ()))]
    if config.site_name and not config.site_name.strip():
        refused.append("site_name")
    return tuple(dict.fromkeys(name for name in refused if name not in _OURS))


def _damaged(project: Project, words: Words) -> Iterator[Problem]:
    """A problem if the settings of the website cannot be read."""
    line, column, excerpt = 0, 0, ""
    try:
        text = project.text(_SETTINGS)
        project.settings()
    except yaml.YAMLError as error:
        if mark := getattr(error, "problem_mark", None):
            line, column = mark.line + 1, mark.column + 1
            excerpt = "".join(text.splitlines()[line - 1 : line])
    except (AttributeError, RecursionError, UnicodeDecodeError, ValueError):
        pass  # a list, or lists in lists in lists; a date that no calendar has; or no text at all
    else:
        return
    yield Problem(_SETTINGS, line, column, *not_as_yaml(words.gettext), excerpt)

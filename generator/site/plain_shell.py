"""The page shell without MkDocs: the templates of the theme name nothing of it."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.site.environment import decorative
from generator.site.frame import Frame
from generator.site.shell import Shell
from generator.wording.words import Words

THEME = Path(__file__).parent / "theme"


def plain_shell(frame: Frame, words: Words, icons: Callable[[str], str]) -> Shell:
    """`frame` has a mark wherever pages differ; `icons` gives a pictogram as inline SVG."""
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined)
    environment.globals["icon"] = lambda name: decorative(icons(name))
    html = environment.get_template("main.html").render(frame=frame, _=words.gettext)
    return Shell.from_frame(html)

"""What a browser would run if it lay on the website as it is: pages of one's own, scripts, some drawings."""

from pathlib import Path
from xml.parsers import expat

RUNNING = (".htm", ".html", ".js", ".mjs", ".shtml", ".xht", ".xhtml", ".xml", ".xsl", ".xslt")
"""Our own pages carry a policy that lets nothing else run; one that is copied has none."""
DRAWINGS = (".svg", ".svgz")
_WEB = "http://www.w3.org/1999/xhtml"
_PICTURES = ("data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;", "data:image/webp;")


class _RunsError(Exception):
    pass


def is_plain_drawing(path: Path) -> bool:
    """Whether an SVG only draws, as far as can be told: it runs nothing, and leads nowhere else.

    False too if it is no XML: a browser shows, and runs, all that comes before a mistake.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _doctype
    parser.ProcessingInstructionHandler = _instruction
    parser.StartElementHandler = _element
    try:
        parser.Parse(path.read_bytes(), True)
    except (_RunsError, expat.ExpatError, LookupError, ValueError):  # or in letters that nobody knows
        return False
    return True


def _doctype(name: str, system: str | None, public: str | None, has_own_declarations: int) -> None:
    # Browsers do not agree on what these add to the drawing.
    if has_own_declarations:
        raise _RunsError


def _instruction(target: str, data: str) -> None:
    if target == "xml-stylesheet":
        raise _RunsError


def _element(name: str, attributes: dict[str, str]) -> None:
    space, _, local = name.rpartition(" ")
    if space == _WEB or local.lower() in ("script", "foreignobject"):
        raise _RunsError
    for key, value in attributes.items():
        # An animation gives another attribute its value.
        animated = value.strip().rpartition(":")[2] if key == "attributeName" else ""
        if _acts(key) or _acts(animated) or _leads(animated):
            raise _RunsError
        if _leads(key) and not value.strip().lower().startswith(("#", *_PICTURES)):
            raise _RunsError


def _acts(attribute: str) -> bool:
    return attribute.lower().startswith("on")


def _leads(attribute: str) -> bool:
    return attribute.rpartition(" ")[2].lower() == "href"

"""A record to fill in, for editors: type "aanbod", and its lines stand there with the cursor at the first."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.reading.examples import example_value
from generator.reading.shelves import MODELS
from generator.reading.traps import Gettext

MAIN_KEYS: Mapping[str, tuple[str, ...]] = {
    "offers": (
        "id", "name", "summary", "kind", "functions", "themes", "when", "place", "organiser", "price",
        "checked",
    ),
    "themes": ("id", "name", "pictogram"),
    "organisations": ("id", "name", "kind", "themes", "summary", "phones", "website", "checked"),
    "places": ("id", "number", "name", "address", "checked"),
    "contacts": ("id", "name", "role", "organisation", "phone", "publish", "checked"),
    "flyers": ("id", "title", "theme", "organisation", "valid_until", "summary", "file"),
    "questions": ("id", "question", "pictogram", "themes", "organisations", "checked"),
    "helplines": ("id", "name", "number", "purpose", "checked"),
}  # fmt: skip
"""The lines that people mostly need; all that must be there among them."""
# Variables of the editor: the day on which somebody types this.
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def snippets(_: Gettext) -> dict[str, Any]:
    """Snippets as VS Code reads them (`*.code-snippets`): title -> prefix and body."""
    titles = _titles(_)
    return {
        titles[shelf]: {"scope": "yaml", "prefix": titles[shelf], "body": list(_body(shelf, _))}
        for shelf in MODELS
    }


def _titles(_: Gettext) -> Mapping[str, str]:
    return {
        "offers": _("new offer"),
        "themes": _("new theme"),
        "organisations": _("new organisation"),
        "places": _("new place"),
        "contacts": _("new contact"),
        "flyers": _("new flyer"),
        "questions": _("new question"),
        "helplines": _("new helpline"),
    }


def _body(shelf: str, _: Gettext) -> Iterator[str]:
    for number, key in enumerate(MAIN_KEYS[shelf], start=1):
        dash = "- " if number == 1 else "  "
        if key == "checked":
            name = _("your name")
            value = f"{{on: {_TODAY}, by: ${{{number}:{name}}}}}"
        else:
            example = example_value(key, MODELS[shelf].__name__, _) or _("your text")
            # A brace that closes would end the place to fill in.
            value = f"${{{number}:{example.replace('}', chr(92) + '}')}}}"
        yield f"{dash}{key}: {value}"

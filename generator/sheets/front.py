"""The front of the binder: cover, how to use it, three lists of all that is in it, the finder.

Where the lists are long, they are set in parts, a page or two at a time: a change sets again those that it
is on. How tall each entry is, and so what comes on which page, is known before.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.sheets.finder import finder_data
from generator.sheets.forms import forms_tab_data
from generator.sheets.measuring import heights_of
from generator.sheets.offers import Data, Typeset, prose_data, qr_data
from generator.views.binder import FRONT, AnyLeaf, BinderView, Leaf, TabSheet
from generator.views.shapes import GuideView, WeekdayView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

ENTRIES_AT_ONCE = 300
"""In all three lists together: with more, they are set in parts."""
PAGES_PER_PART = 2


def front_data(binder: BinderView, guide: GuideView, prose: Mapping[str, str], words: Words) -> Data:
    """What the front shows."""
    _ = words.gettext
    mark = binder.marks.get(FRONT)
    themes = [listed(tabs) for tabs in _by_theme(binder)]
    return {
        "qr": qr_data(mark.qr if mark and mark.qr else guide.home),
        "label": guide.edition.label,
        "functions": [group.function for group in guide.by_function],
        "prose": prose_data(prose, ("flyermap",)),
        "lists": [
            {"title": _("Contents"), "items": [*_contents(themes), *_forms(binder, words)]},
            {
                "title": _("What is there on which day?"),
                "items": list(_days(guide.by_weekday, binder, guide.language)),
            },
            {"title": _("What is there for which theme?"), "items": list(_themes(themes))},
        ],
        "finder": finder_data(guide),
    }


def listed(tabs: Sequence[TabSheet]) -> dict[str, Any]:
    """The tab sheets of a theme, with the leaves behind them."""
    theme = tabs[0].theme
    return {
        "number": tabs[0].number,
        "name": theme.name,
        "pictogram": theme.pictogram,
        "leaves": [_entry(leaf) for tab in tabs for leaf in tab.leaves],
        "others": [_entry(leaf) for leaf in tabs[0].others],
        "synonyms": ", ".join(synonym.text for synonym in theme.synonyms),
    }


def front_pieces(front: Data, common: Data, typeset: Typeset) -> Iterator[tuple[Data, ...]]:
    """The front as sheets of `binder.typ`, those together that are set together; then comes the map."""
    lists: Any = front["lists"]
    if sum(len(each["items"]) for each in lists) <= ENTRIES_AT_ONCE:
        yield ({**front, "kind": "front"},)
        return
    plan = _plan(front, lists, common, typeset)
    edition = {"edition": front["edition"]}
    first = {key: value for key, value in front.items() if key not in ("lists", "finder")}
    opening: tuple[Data, ...] = ({**first, "kind": "first"},)
    before = plan["first"]
    for each, planned in zip(lists, plan["lists"], strict=True):
        pages = _pages(each["items"], planned["columns"])
        for at in range(0, len(pages), PAGES_PER_PART):
            some = pages[at : at + PAGES_PER_PART]
            piece = {
                "kind": "list",
                "title": each["title"],
                "gap": planned["gap"],
                "pages": [{"first": page is pages[0], "columns": page} for page in some],
                # A document begins with a heading of the first level; where a list goes on, it has no others.
                "level": 1 if at else 2,
                "before": before,
            }
            yield (*opening, {**piece, **edition})
            opening = ()
            before += len(some)
    yield (*opening, {"kind": "finder", "finder": front["finder"], "before": before, **edition})


def _plan(front: Data, lists: Sequence[Any], common: Data, typeset: Typeset) -> Any:
    """What `front-plan.typ` says of these lists."""
    items = [item for each in lists for item in each["items"]]
    heights = iter(heights_of(items, "list-plan", common, _leaf_number, typeset))
    measured = [
        {
            "title": each["title"],
            "items": [{"keep": item["keep"], "height": next(heights)} for item in each["items"]],
        }
        for each in lists
    ]
    return json.loads(typeset([("front-plan", {**common, "front": {**front, "lists": measured}})])[0])


def _leaf_number(item: Data) -> object:
    return item["number"] if item["kind"] == "line" else None


def _pages(items: Sequence[Data], columns: Sequence[int]) -> list[list[list[Data]]]:
    """The entries of each column of each page."""
    left = iter(items)
    filled = [[next(left) for _ in range(count)] for count in columns]
    return [filled[at : at + 2] for at in range(0, len(filled), 2)]


def _contents(themes: Sequence[Mapping[str, Any]]) -> Iterator[Data]:
    for theme in themes:
        head = {key: theme[key] for key in ("number", "name", "pictogram")}
        yield {"kind": "tab", "keep": bool(theme["leaves"]), **head}
        yield from map(_line, theme["leaves"])


def _forms(binder: BinderView, words: Words) -> Iterator[Data]:
    tab: Any = forms_tab_data(binder.forms)
    name = {"text": words.gettext("To fill in"), "lang": None}
    yield {"kind": "tab", "keep": True, "number": tab["number"], "name": name, "pictogram": tab["pictogram"]}
    yield from ({"kind": "form", "keep": False, "form": form} for form in tab["sheets"])


def _days(days: Sequence[WeekdayView], binder: BinderView, language: str) -> Iterator[Data]:
    by_offer = {leaf.offer.id: leaf for leaf in binder.offers}
    for day in days:
        if leaves := [by_offer[offer.id] for offer in day.offers if offer.id in by_offer]:
            yield {"kind": "day", "keep": True, "name": sentence_case(language, day.name)}
            yield from (_line(_entry(leaf, when=True)) for leaf in leaves)


def _themes(themes: Sequence[Mapping[str, Any]]) -> Iterator[Data]:
    for theme in themes:
        entries = [*theme["leaves"], *theme["others"]]
        head = {key: theme[key] for key in ("number", "name", "synonyms")}
        yield {"kind": "theme", "keep": bool(entries), **head}
        yield from map(_line, entries)


def _line(entry: Data) -> Data:
    """An entry as an item of a list."""
    return {"kind": "line", "keep": False, **entry}


def _by_theme(binder: BinderView) -> Iterator[tuple[TabSheet, ...]]:
    """The tab sheets of each theme."""
    themes = dict.fromkeys(tab.theme.id for tab in binder.tabs)
    return (tuple(tab for tab in binder.tabs if tab.theme.id == theme) for theme in themes)


def _entry(leaf: AnyLeaf, *, when: bool = False) -> Data:
    """A leaf in a list. A tab sheet does not tell when: it would change with each leaf behind it."""
    moment = leaf.offer.when if isinstance(leaf, Leaf) else None
    return {
        "number": str(leaf.number),
        "name": leaf.name,
        "function": leaf.function,
        "when": moment.lines[0] if moment and when and moment.known else "",
    }

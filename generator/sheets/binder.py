"""What the binder shows, sheet by sheet: the front, the map, tabs with their leaves, numbers to call."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import itemgetter
from typing import Any

from generator.partners import CleanFile
from generator.sheets.forms import form_data, forms_tab_data
from generator.sheets.front import front_data, front_pieces, listed
from generator.sheets.helpers import helper_data
from generator.sheets.joining import ONE_LOWER
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, Typeset, face_data, places_data
from generator.sheets.partners import partner_sheet_data
from generator.sheets.workers import worker_rows
from generator.views.binder import FRONT, HELPLINES, MAP, BinderView, Leaf, TabSheet
from generator.views.forms import FORMS, FormSheet, FormsTab
from generator.views.shapes import GuideView, OrganisationView
from generator.wording.words import Words

LEAVES_PER_PART = 8
"""A change of one leaf sets its part again. But each part brings its own fonts: with 8 leaves that
makes a binder a twentieth larger, with one leaf by half."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of the binder: it begins on a front, and ends on a back."""

    record: str
    """As the ledger names it: "offer/digipunt", "theme/wonen", "front", "map", "helplines"."""
    kind: str
    """What `binder.typ` makes of it: front, map, tab, leaf, partner, forms, signup, referral, tally,
    helplines or checklist."""
    make: Callable[[], Data]
    """Gives what it shows. Who only compares sheets with the ledger asks few of them."""

    @cached_property
    def data(self) -> Data:
        return self.make()

    @property
    def opens(self) -> bool:
        """Whether something new begins with it: its bookmark is one of the first level."""
        return self.kind in ("tab", "forms", "helplines")


def binder_sheets(
    binder: BinderView,
    guide: GuideView,
    drawing: str,
    cutouts: Mapping[str, str],
    prose: Mapping[str, str],
    words: Words,
    files: Mapping[str, CleanFile],
) -> tuple[Sheet, ...]:
    """All sheets of the binder in their order; `drawing` is the SVG of the map, `files` are partners' own."""
    organisations = {organisation.id: organisation for organisation in guide.organisations}
    sheets = [
        Sheet(FRONT, "front", partial(front_data, binder, guide, prose, words)),
        Sheet(MAP, "map", lambda: {"map": drawing, "places": places_data(guide, binder.number)}),
    ]
    behind: list[tuple[int, list[Sheet]]] = [(binder.forms.number, _forms(binder.forms, guide, words))]
    for tab in binder.tabs:
        leaves = [Sheet(tab.record, "tab", partial(_tab, tab, words))]
        for leaf in tab.leaves:
            shown = leaf.offer.organiser if isinstance(leaf, Leaf) else leaf.flyer.organisation
            organiser = organisations.get(shown.id) if shown else None
            if isinstance(leaf, Leaf):
                leaves.append(leaf_sheet(leaf, tab, guide, organiser, cutouts, words, binder))
            else:
                file, mark = files[leaf.flyer.file], binder.marks.get(leaf.record)
                data = partial(partner_sheet_data, leaf, tab, guide, organiser, file, mark, words)
                leaves.append(Sheet(leaf.record, "partner", data))
        behind.append((tab.number, leaves))
    # A theme that came after a first edition has a higher number than the forms.
    for _number, those in sorted(behind, key=itemgetter(0)):
        sheets += those
    if guide.helplines:
        sheets.append(Sheet(HELPLINES, "helplines", lambda: {"helplines": list(guide.helplines)}))
    labels = {record: mark.edition for record, mark in binder.marks.items()}
    return tuple(_labelled(sheet, labels.get(sheet.record, guide.edition.label)) for sheet in sheets)


def _labelled(sheet: Sheet, edition: str) -> Sheet:
    return Sheet(sheet.record, sheet.kind, lambda: {**sheet.data, "edition": edition})


def leaf_sheet(
    leaf: Leaf,
    tab: TabSheet,
    guide: GuideView,
    organiser: OrganisationView | None,
    cutouts: Mapping[str, str],
    words: Words,
    binder: BinderView,
) -> Sheet:
    """A flyer for the resident, with the worker's side on its back."""
    offer = leaf.offer
    mark = binder.marks.get(leaf.record)

    def data() -> Data:
        return {
            **face_data(offer, guide, cutouts, words, mark),
            "number": str(leaf.number),
            "tab": tab.number,
            "theme": tab.theme.name.text,
            "description": list(offer.description),
            "back": list(worker_rows(offer, organiser, guide.fallback, words)),
        }

    return Sheet(leaf.record, "leaf", data)


def _forms(tab: FormsTab, guide: GuideView, words: Words) -> list[Sheet]:
    """The tab with the sheets to fill in, and these sheets."""
    forms = [form_sheet(form, tab, guide, words) for form in tab.sheets]
    return [Sheet(FORMS, "forms", partial(forms_tab_data, tab)), *forms]


def form_sheet(form: FormSheet, tab: FormsTab, guide: GuideView, words: Words) -> Sheet:
    """A sheet to fill in."""
    return Sheet(form.record, form.kind, partial(form_data, form, tab, guide, words))


@dataclass(frozen=True)
class Part:
    """Sheets that are set together. `nested`: they go on behind the tab of the part before."""

    data: Data
    nested: bool = False
    levels: Mapping[int, int] | None = None
    """Its levels of headings, and what they become in the whole binder; none for what stays as it is."""

    @property
    def files(self) -> frozenset[str]:
        """The partners' files that have pages in it, by their digest."""
        sheets: Any = self.data["sheets"]
        return frozenset(sheet["file"] for sheet in sheets if sheet["kind"] == "partner")


def binder_parts(
    sheets: Sequence[Sheet], binder: BinderView, guide: GuideView, words: Words, typeset: Typeset
) -> Iterator[Part]:
    """The data of `binder.typ` for each part of the binder; together they are one document.

    A part has one tab at most, and some leaves: so a change of one leaf leaves all others as they were set.
    """
    title = words.gettext("Binder of flyers")
    common = {**sheet_data(guide, f"{title} {guide.name}", words), "themes": binder.last_tab}
    front, map_, *others = sheets
    for pieces in front_pieces(front.data, common, typeset):
        some = [Sheet(front.record, str(piece["kind"]), partial(dict, piece)) for piece in pieces]
        if some[-1].kind in ("front", "finder"):
            some.append(map_)
        levels = {1: 2} if pieces[0].get("level") == 1 else None
        yield _part(common, some, roman=True, level=2, levels=levels)
    for run in _runs(others):
        nested = not run[0].opens
        # A document begins with a heading of the first level; where it is joined, that becomes the second.
        yield _part(
            common, run, level=1 if nested else 2, nested=nested, levels=ONE_LOWER if nested else None
        )


def _runs(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    """A tab with its first leaves, and the others behind it, so many at a time."""
    runs: list[list[Sheet]] = []
    for sheet in sheets:
        if sheet.opens or len(runs[-1]) - runs[-1][0].opens == LEAVES_PER_PART:
            runs.append([])
        runs[-1].append(sheet)
    return runs


def swap_parts(
    sheets: Sequence[Sheet], title: str, binder: BinderView, guide: GuideView, words: Words
) -> Iterator[Part]:
    """The data of `binder.typ` for a checklist and the sheets that it tells of."""
    common = {**sheet_data(guide, title, words), "themes": binder.last_tab}
    first = [sheet for sheet in sheets if sheet.kind in ("checklist", "map")]
    others = [sheet for sheet in sheets if sheet not in first]
    yield _part(common, first, level=1)
    for at in range(0, len(others), LEAVES_PER_PART):
        yield _part(common, others[at : at + LEAVES_PER_PART], level=1)


def _part(
    common: Data,
    sheets: Sequence[Sheet],
    *,
    level: int,
    roman: bool = False,
    nested: bool = False,
    levels: Mapping[int, int] | None = None,
) -> Part:
    drawing = next((sheet.data["map"] for sheet in sheets if sheet.kind == "map"), None)
    data = {
        **common,
        **({"map": drawing} if drawing else {}),
        "level": level,
        "roman": roman,
        "sheets": [{"kind": sheet.kind, **_without_map(sheet.data)} for sheet in sheets],
    }
    return Part(data, nested, levels)


def _without_map(data: Data) -> Data:
    return {key: value for key, value in data.items() if key != "map"}


def _tab(tab: TabSheet, words: Words) -> Data:
    ends = f"{tab.leaves[0].number} – {tab.leaves[-1].number}" if tab.leaves else ""
    return {
        **listed((tab,)),
        "range": ends if tab.part > 1 else "",
        "helpers": [helper_data(organisation, words) for organisation in tab.theme.organisations]
        if tab.part == 1
        else [],
    }

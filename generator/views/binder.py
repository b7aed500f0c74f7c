"""The order of the binder: tabs by theme, the leaves behind them, and the number of each.

An offer with several themes has its leaf behind the first; behind the others, its number
refers there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.numbering import Numbers, SheetNumber, number_sheets, number_tabs
from generator.views.forms import FORMS, FormsTab, view_forms
from generator.views.shapes import GuideView, OfferView, QrView, Said, ThemeView
from generator.wording.words import Words

LEAVES_PER_TAB = 30
"""A theme with more has more tab sheets, before 3.31, before 3.61, and so on; some may come in between."""
FRONT, MAP, HELPLINES, BROCHURE = "front", "map", "helplines", "brochure"
"""The sheets of which there is one, as the ledger names them. The brochure is not in the binder."""


@dataclass(frozen=True)
class Mark:
    """What tells on a sheet from which print it is."""

    edition: str
    """ "editie 2, 23 november 2026"."""
    qr: QrView | None = None
    """A code that knows its edition; None where the plain code of the record will do."""


@dataclass(frozen=True)
class Leaf:
    """A flyer in the binder, and its number."""

    number: SheetNumber
    offer: OfferView

    @property
    def record(self) -> str:
        return offer_record(self.offer.id)


@dataclass(frozen=True)
class TabSheet:
    """A tab of the binder and the leaves behind it."""

    number: int
    theme: ThemeView
    leaves: tuple[Leaf, ...]
    others: tuple[Leaf, ...]
    """Leaves for this theme that are behind another tab."""
    part: int = 1
    """Which of the tab sheets of its theme this is."""

    @property
    def record(self) -> str:
        return _tab_record(self.theme) + (f"/{self.part}" if self.part > 1 else "")

    @property
    def name(self) -> str:
        """ "Wonen", and "Wonen 3.31" for the next one, by its first leaf."""
        return f"{self.theme.name} {self.leaves[0].number}" if self.part > 1 else self.theme.name.text


@dataclass(frozen=True)
class BinderView:
    """All that is in the binder, in its order."""

    tabs: tuple[TabSheet, ...]
    number: Mapping[str, str]
    """Id of an offer that has a leaf -> "3.2"."""
    forms: FormsTab
    """The sheets to fill in, behind a tab of their own."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """A sheet, as the ledger names it -> its own mark, where that is not the mark of the build."""

    @property
    def leaves(self) -> Iterator[Leaf]:
        return (leaf for tab in self.tabs for leaf in tab.leaves)

    @property
    def last_tab(self) -> int:
        return max((self.forms.number, *(tab.number for tab in self.tabs)))


def offer_record(offer_id: str) -> str:
    """An offer as the ledger names it: "offer/digipunt"."""
    return f"offer/{offer_id}"


def view_binder(guide: GuideView, words: Words, known: Numbers | None = None) -> BinderView:
    """The binder of today; `known` are the numbers that paper carries already."""
    known = known or Numbers()
    themes = _themes(guide, words)
    tabs = number_tabs((*(_tab_record(theme) for theme in themes), FORMS), known)
    leaves: dict[str, Leaf] = {}
    behind: dict[str, tuple[Leaf, ...]] = {}
    for theme in themes:
        own = {offer_record(offer.id): offer for offer in theme.offers if _has_leaf(offer, theme)}
        numbers = number_sheets(tabs[_tab_record(theme)], tuple(own), known)
        behind[theme.id] = tuple(Leaf(number, own[record]) for record, number in numbers.items())
        leaves |= {leaf.offer.id: leaf for leaf in behind[theme.id]}
    return BinderView(
        tuple(
            sheet
            for theme in sorted(themes, key=lambda theme: tabs[_tab_record(theme)])
            for sheet in _tab_sheets(tabs[_tab_record(theme)], theme, behind[theme.id], leaves)
        ),
        {offer_id: str(leaf.number) for offer_id, leaf in leaves.items()},
        view_forms(guide, words, tabs[FORMS], known),
    )


def _themes(guide: GuideView, words: Words) -> tuple[ThemeView, ...]:
    """The themes, and one more for offers that have no theme."""
    rest = tuple(offer for offer in guide.offers if not offer.themes)
    if not rest:
        return guide.themes
    other = ThemeView("", Said(words.gettext("Other")), "", "dots-horizontal", (), rest, ())
    return (*guide.themes, other)


def _tab_record(theme: ThemeView) -> str:
    return f"theme/{theme.id}" if theme.id else "other"


def _has_leaf(offer: OfferView, theme: ThemeView) -> bool:
    """Whether its leaf is behind this tab: only the first theme has it, while the flyer is valid."""
    return _home(offer) == theme.id and not offer.flyer_over


def _home(offer: OfferView) -> str:
    return offer.themes[0].id if offer.themes else ""


def _tab_sheets(
    number: int, theme: ThemeView, own: Sequence[Leaf], leaves: Mapping[str, Leaf]
) -> Iterator[TabSheet]:
    others = tuple(leaves[o.id] for o in theme.offers if _home(o) != theme.id and o.id in leaves)
    parts: dict[int, list[Leaf]] = {1: []}
    for leaf in own:
        parts.setdefault((leaf.number.position - 1) // LEAVES_PER_TAB + 1, []).append(leaf)
    for part, behind in parts.items():
        yield TabSheet(number, theme, tuple(behind), others if part == 1 else (), part)

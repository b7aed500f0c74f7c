"""The order of the binder: tabs by theme, the leaves behind them, and the number of each.

An offer with several themes has its leaf behind the first; behind the others, its number
refers there. A partner's own flyer comes right after the leaf of its offer, or after all leaves.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.numbering import Numbers, SheetNumber, number_sheets, number_tabs
from generator.views.flyers import FlyerView
from generator.views.forms import FORMS, FormsTab, view_forms
from generator.views.shapes import FunctionView, GuideView, OfferView, QrView, Said, ThemeView
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

    @property
    def name(self) -> Said:
        return self.offer.name

    @property
    def function(self) -> FunctionView | None:
        return self.offer.function


@dataclass(frozen=True)
class PartnerLeaf:
    """A partner's own flyer in the binder, and its number; it may have more than one sheet of paper."""

    number: SheetNumber
    flyer: FlyerView

    @property
    def record(self) -> str:
        return flyer_record(self.flyer.id)

    @property
    def name(self) -> Said:
        return self.flyer.title

    @property
    def function(self) -> FunctionView | None:
        return None


AnyLeaf = Leaf | PartnerLeaf


@dataclass(frozen=True)
class TabSheet:
    """A tab of the binder and the leaves behind it."""

    number: int
    theme: ThemeView
    leaves: tuple[AnyLeaf, ...]
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
    def leaves(self) -> Iterator[AnyLeaf]:
        return (leaf for tab in self.tabs for leaf in tab.leaves)

    @property
    def offers(self) -> Iterator[Leaf]:
        """The leaves that are ours."""
        return (leaf for leaf in self.leaves if isinstance(leaf, Leaf))

    @property
    def last_tab(self) -> int:
        return max((self.forms.number, *(tab.number for tab in self.tabs)))


def offer_record(offer_id: str) -> str:
    """An offer as the ledger names it: "offer/digipunt"."""
    return f"offer/{offer_id}"


def flyer_record(flyer_id: str) -> str:
    """A partner's flyer as the ledger names it: "flyer/hulp-bij-huren"."""
    return f"flyer/{flyer_id}"


def view_binder(guide: GuideView, words: Words, known: Numbers | None = None) -> BinderView:
    """The binder of today; `known` are the numbers that paper carries already."""
    known = known or Numbers()
    themes = _themes(guide, words)
    tabs = number_tabs((*(_tab_record(theme) for theme in themes), FORMS), known)
    leaves: dict[str, Leaf] = {}
    behind: dict[str, tuple[AnyLeaf, ...]] = {}
    for theme in themes:
        own = dict(_own(theme, guide))
        numbers = number_sheets(tabs[_tab_record(theme)], tuple(own), known)
        behind[theme.id] = tuple(_leaf(number, own[record]) for record, number in numbers.items())
        leaves |= {leaf.offer.id: leaf for leaf in behind[theme.id] if isinstance(leaf, Leaf)}
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


def _own(theme: ThemeView, guide: GuideView) -> Iterator[tuple[str, OfferView | FlyerView]]:
    """What has its leaf behind the tab of this theme, by its name in the ledger; as in a first edition."""
    flyers = [flyer for flyer in guide.flyers if flyer.theme == theme.id and not flyer.over]
    of_offers = {flyer.offer.id: flyer for flyer in flyers if flyer.offer}
    for offer in theme.offers:
        if _has_leaf(offer, theme):
            yield offer_record(offer.id), offer
        if flyer := of_offers.get(offer.id):
            yield flyer_record(flyer.id), flyer
    yield from ((flyer_record(flyer.id), flyer) for flyer in flyers if not flyer.offer)


def _leaf(number: SheetNumber, shown: OfferView | FlyerView) -> AnyLeaf:
    return PartnerLeaf(number, shown) if isinstance(shown, FlyerView) else Leaf(number, shown)


def _has_leaf(offer: OfferView, theme: ThemeView) -> bool:
    """Whether its leaf is behind this tab: only the first theme has it, while the flyer is valid."""
    return _home(offer) == theme.id and not offer.flyer_over


def _home(offer: OfferView) -> str:
    return offer.themes[0].id if offer.themes else ""


def _tab_sheets(
    number: int, theme: ThemeView, own: Sequence[AnyLeaf], leaves: Mapping[str, Leaf]
) -> Iterator[TabSheet]:
    others = tuple(leaves[o.id] for o in theme.offers if _home(o) != theme.id and o.id in leaves)
    parts: dict[int, list[AnyLeaf]] = {1: []}
    for leaf in own:
        parts.setdefault((leaf.number.position - 1) // LEAVES_PER_TAB + 1, []).append(leaf)
    for part, behind in parts.items():
        yield TabSheet(number, theme, tuple(behind), others if part == 1 else (), part)

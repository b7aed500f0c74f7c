"""The lists of a region: a page for each neighbourhood and each theme, light enough for a cheap phone."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.vocabulary import Function
from generator.views.findables import Findable
from generator.views.finding_shapes import ChoiceView, FacetView
from generator.views.records import FUNCTION_SHAPES
from generator.views.region_shapes import RegionListView, RegionPartView, RegionRecordView
from generator.views.shapes import Said
from generator.wording.labels import label
from generator.wording.words import Words

HELP = "hulp"
"""The choice for who helps: an organisation, not an offer."""
OTHER = "andere"
"""The theme of what has none, so that everything stands on the page of a theme."""
MOST = 150
"""Records on a page: with their words some 25 kB compressed. A longer list gives way to its parts."""
NEIGHBOURHOODS, THEMES = "buurten/", "themas/"


@dataclass(frozen=True)
class Lists:
    """All records, in their order; `names` and `theme_names` are in the order of the pages."""

    words: Words
    records: Sequence[RegionRecordView]
    names: Mapping[str, Said]
    theme_names: Mapping[str, Said]

    def neighbourhoods(self) -> tuple[RegionPartView, ...]:
        counts = Counter(record.within for record in self.records)
        return _tiles(NEIGHBOURHOODS, self.names, counts, empty=True)

    def themes(self) -> tuple[RegionPartView, ...]:
        counts = Counter(theme for record in self.records for theme in record.themes)
        return _tiles(THEMES, self.theme_names, counts)

    def pages(self, date_of: Callable[[str], str], sites: Mapping[str, str]) -> Iterator[RegionListView]:
        """Those of neighbourhoods, of themes, and of the parts of what is too long for one page."""
        for name, said in self.names.items():
            found = [record for record in self.records if record.within == name]
            parts = Counter(theme for record in found for theme in record.themes)
            yield from self._pages(
                f"{NEIGHBOURHOODS}{name}/", said, "neighbourhoods", found, self.theme_names, parts,
                lambda record, part: part in record.themes, date_of(name), sites[name],
            )  # fmt: skip
        for theme, said in self.theme_names.items():
            found = [record for record in self.records if theme in record.themes]
            if found:
                parts = Counter(record.within for record in found)
                yield from self._pages(
                    f"{THEMES}{theme}/", said, "offers", found, self.names, parts,
                    lambda record, part: record.within == part,
                )  # fmt: skip

    def _pages(
        self,
        path: str,
        name: Said,
        kind: str,
        found: Sequence[RegionRecordView],
        names: Mapping[str, Said],
        counts: Counter[str],
        is_in: Callable[[RegionRecordView, str], bool],
        date: str = "",
        site: str = "",
    ) -> Iterator[RegionListView]:
        if len(found) <= MOST:
            yield self._list(path, name, None, "", kind, date, site, found)
            return
        tiles = _tiles(path, names, counts)
        yield RegionListView(path, name, None, "", kind, date, site, (), (), tiles, len(found))
        for part in (part for part in names if counts[part]):
            held = [record for record in found if is_in(record, part)]
            yield self._list(f"{path}{part}/", names[part], name, path, kind, date, site, held)

    def _list(
        self,
        path: str,
        name: Said,
        within: Said | None,
        back: str,
        kind: str,
        date: str,
        site: str,
        found: Sequence[RegionRecordView],
    ) -> RegionListView:
        facets = self._facets(found)
        return RegionListView(
            path, name, within, back, kind, date, site, facets, tuple(found), (), len(found)
        )

    def _facets(self, found: Iterable[RegionRecordView]) -> tuple[FacetView, ...]:
        """Those that leave a choice."""
        _ = self.words.gettext
        counts = Counter(
            (key, value) for record in found for key, values in record.sought.values for value in values
        )
        kinds = [
            ChoiceView(
                function.value, label(self.words, function), counts["soort", function.value],
                shape=FUNCTION_SHAPES[function],
            )
            for function in Function
        ]  # fmt: skip
        kinds.append(ChoiceView(HELP, _("Somebody who helps"), counts["soort", HELP]))
        facets = (
            ("buurt", _("Neighbourhood"), _choices("buurt", self.names, counts)),
            ("soort", _("What it is"), kinds),
            ("thema", _("Theme"), _choices("thema", self.theme_names, counts)),
        )
        narrowed = ((key, name, tuple(c for c in choices if c.count)) for key, name, choices in facets)
        return tuple(
            FacetView(key, name, choices, first=True) for key, name, choices in narrowed if len(choices) > 1
        )

    def findables(self) -> Iterator[Findable]:
        """For the search: offers, who helps, then the themes; each leads straight to its page."""
        for record in self.records:
            if record.function:
                yield self._findable(record, "offer", "calendar-heart")
        for record in self.records:
            if not record.function:
                yield self._findable(record, "organisation", "hand-heart-outline")
        for tile in self.themes():
            theme = tile.href.removeprefix(THEMES).rstrip("/")
            yield Findable("theme", theme, tile.href, tile.name, "tag-outline", themes=(theme,))

    def _findable(self, record: RegionRecordView, kind: str, pictogram: str) -> Findable:
        where = ", ".join(part for part in (record.where, record.neighbourhood.text) if part)
        return Findable(
            kind,
            record.href,
            record.href,
            record.name,
            pictogram,
            line=record.summary,
            when=record.when,
            where=Said(where),
            function=record.function.id if record.function else "",
            shape=record.function.shape if record.function else "",
            themes=record.themes,
            about=(record.summary.text, where),
        )


def _choices(key: str, names: Mapping[str, Said], counts: Counter[tuple[str, str]]) -> list[ChoiceView]:
    return [ChoiceView(id_, said.text, counts[key, id_], lang=said.lang) for id_, said in names.items()]


def _tiles(
    path: str, names: Mapping[str, Said], counts: Counter[str], *, empty: bool = False
) -> tuple[RegionPartView, ...]:
    return tuple(
        RegionPartView(f"{path}{key}/", said, counts[key])
        for key, said in names.items()
        if counts[key] or empty
    )

"""Many published guides -> the pages of one region. Each record leads to its own neighbourhood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians

from babel import Locale

from generator.model.region import Region
from generator.model.vocabulary import Function
from generator.views.finding_shapes import SoughtView
from generator.views.published_shapes import (
    PublishedGuide,
    PublishedOffer,
    PublishedOrganisation,
    PublishedPlace,
)
from generator.views.published_values import Texts
from generator.views.records import FUNCTION_SHAPES
from generator.views.region_lists import HELP, OTHER, Lists
from generator.views.region_marks import view_marks
from generator.views.region_shapes import (
    FrameView,
    PinView,
    RegionMapView,
    RegionNeighbourhoodView,
    RegionRecordView,
    RegionView,
)
from generator.views.shapes import ContactView, FunctionView, Said
from generator.wording.alphabet import sort_key
from generator.wording.casing import sentence_case
from generator.wording.dates import full_date
from generator.wording.labels import label
from generator.wording.words import Words

_WIDTH = 100
_MARGIN = 4
"""Of the drawing of the map: on a small phone a unit is about a millimetre."""
_LONGEST_KEY = 80
"""Bytes."""
_Record = PublishedOffer | PublishedOrganisation


def view_region(region: Region, guides: Mapping[str, PublishedGuide], words: Words) -> RegionView:
    """`guides` are those of the neighbourhoods by their id, in the order of region.yaml."""
    return _Viewer(region, guides, words).view()


@dataclass(frozen=True)
class _Viewer:
    region: Region
    guides: Mapping[str, PublishedGuide]
    words: Words

    def view(self) -> RegionView:
        language, _ = self.words.language, self.words.gettext
        records = [
            record
            for name, guide in self.guides.items()
            for record in sorted(
                self._records(name, guide), key=lambda view: sort_key(self.words, view.name.text)
            )
        ]
        names = {name: self.said(guide.name) for name, guide in self.guides.items()}
        themes = {**self._themes, OTHER: Said(_("Other"))}
        order = sorted(self._themes, key=lambda key: sort_key(self.words, themes[key].text))
        lists = Lists(self.words, records, names, {key: themes[key] for key in (*order, OTHER)})
        return RegionView(
            language=language,
            direction=self.words.direction,
            name=self.region.name.in_language(language),
            ask=_("Ask it in your own neighbourhood: people there know the way."),
            fallback=ContactView(""),
            neighbourhoods=tuple(
                RegionNeighbourhoodView(name, names[name], guide.site) for name, guide in self.guides.items()
            ),
            neighbourhood_tiles=lists.neighbourhoods(),
            theme_tiles=lists.themes(),
            lists=tuple(lists.pages(self._date_of, {n: guide.site for n, guide in self.guides.items()})),
            findables=tuple(lists.findables()),
            map=self._map(),
            total=len(records),
            languages=tuple((code, _own_name(code)) for code in self.region.languages),
        )

    def _date_of(self, name: str) -> str:
        said = self.words.gettext("As it was on {date}.")
        return said.format(date=full_date(self.words, self.guides[name].date))

    def said(self, texts: Texts) -> Said:
        language = self.words.language
        code = next((c for c in (language, "nl", *texts) if texts.get(c)), language)
        return Said(texts.get(code, ""), None if code == language else code)

    def _records(self, name: str, guide: PublishedGuide) -> Iterator[RegionRecordView]:
        places = {place.id: place for place in guide.places}
        themes = {theme.id: _theme_key(theme.name, theme.id) for theme in guide.themes}
        sites = {other.site for other in self.guides.values()}
        every: tuple[_Record, ...] = (*guide.offers, *guide.organisations)
        for record in every:
            taken = record.home if isinstance(record, PublishedOrganisation) else None
            # What one of them took over from another stands at its home, once.
            if record.status in ("running", "planned") and not (taken and taken.site in sites):
                yield self._record(name, guide, record, places.get(record.place or ""), themes)

    def _record(
        self,
        name: str,
        guide: PublishedGuide,
        record: _Record,
        place: PublishedPlace | None,
        keys: Mapping[str, str],
    ) -> RegionRecordView:
        offered = record if isinstance(record, PublishedOffer) else None
        functions = [Function(word) for word in offered.functions] if offered else []
        themes = list(dict.fromkeys(keys[theme] for theme in record.themes if theme in keys))
        title, summary, home = self.said(record.name), self.said(record.summary), self.said(guide.name)
        where = self.said(place.name).text if place else ""
        wordings = offered.when_wording if offered else {}
        lines = wordings.get(self.words.language) or wordings.get("nl") or ()
        values = (
            ("buurt", (name,)),
            ("soort", tuple(function.value for function in functions) or (HELP,)),
            ("thema", tuple(themes) or (OTHER,)),
        )
        known = [(key, found) for key, found in values if found]
        shown = place if place and place.lat is not None else None
        return RegionRecordView(
            name=title,
            summary=summary,
            href=record.url,
            function=self._function(functions[0]) if functions else None,
            when=lines[0] if lines else "",
            where=where,
            neighbourhood=home,
            sought=SoughtView(
                tuple(known), (), (), shown.lat if shown else None, shown.lon if shown else None
            ),
            within=name,
            themes=tuple(themes) or (OTHER,),
        )

    def _function(self, function: Function) -> FunctionView:
        return FunctionView(function.value, label(self.words, function), FUNCTION_SHAPES[function])

    @cached_property
    def _themes(self) -> dict[str, Said]:
        """Themes that have one Dutch name are one theme, whatever their ids."""
        found: dict[str, Said] = {}
        for guide in self.guides.values():
            for theme in guide.themes:
                found.setdefault(_theme_key(theme.name, theme.id), self.said(theme.name))
        return found

    def _map(self) -> RegionMapView:
        """North is up; a degree of longitude is as wide as it is at the middle of the region."""
        if not self.guides:
            return RegionMapView(_WIDTH, _WIDTH, (), (), ())
        boxes = [guide.bounds for guide in self.guides.values()]
        west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
        east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
        narrow = cos(radians((south + north) / 2))
        scale = (_WIDTH - 2 * _MARGIN) / max((east - west) * narrow, (north - south) / 1.4, 1e-6)

        def at(lon: float, lat: float) -> tuple[float, float]:
            x = _MARGIN + (lon - west) * narrow * scale
            return round(x, 3), round(_MARGIN + (north - lat) * scale, 3)

        sites = {guide.site for guide in self.guides.values()}
        pins, frames = [], []
        for number, guide in enumerate(self.guides.values(), 1):
            left, top = at(guide.bounds[0], guide.bounds[3])
            right, foot = at(guide.bounds[2], guide.bounds[1])
            name = self.said(guide.name)
            frames.append(FrameView(left, top, round(right - left, 3), round(foot - top, 3), name))
            for place in guide.places:
                if place.lat is None or place.lon is None or (place.home and place.home.site in sites):
                    continue
                if west <= place.lon <= east and south <= place.lat <= north:
                    x, y = at(place.lon, place.lat)
                    pins.append(PinView(x, y, self.said(place.name).text, place.url, number))
        width, height = at(east, south)
        return RegionMapView(
            round(width + _MARGIN, 3),
            round(height + _MARGIN, 3),
            tuple(pins),
            view_marks(pins),
            tuple(frames),
        )


def _theme_key(name: Texts, fallback: str) -> str:
    """As it stands in an address: the Dutch name."""
    plain = "".join(c if c.isalnum() else "-" for c in name.get("nl", fallback).casefold())
    whole = "-".join(part for part in plain.split("-") if part)
    # It is the name of a folder, which has 255 bytes at most.
    return whole.encode()[:_LONGEST_KEY].decode(errors="ignore").strip("-") or fallback


def _own_name(code: str) -> str:
    return sentence_case(code, Locale.parse(code).get_display_name(code) or code)

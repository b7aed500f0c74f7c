"""One state of a neighbourhood without mistakes: all that can be looked at, each thing made on demand.

It makes what `generator.build` makes, out of the same functions; only not all of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from generator import project as outside
from generator.cartography import surroundings
from generator.downloads import downloads, swap_downloads
from generator.editions import Bound, bind, marks_in, stamped
from generator.feeds.calendars import Calendars
from generator.feeds.shapes import FeedSource
from generator.feeds.structured import Structured
from generator.maps import (
    draw_cutout,
    draw_route_cutout,
    draw_route_map,
    draw_web_maps,
    mapped,
    pins_of,
    routes_of,
)
from generator.model.geo import frame_of
from generator.newsletters import with_newsletters
from generator.open_data import open_data_of
from generator.printing import make_sheets, plain_stationery, stationery_of
from generator.qr import kept_qr_svg
from generator.serving.memory import Memory
from generator.sheets import (
    FLYERS,
    Tongue,
    Typesetter,
    card_data_of_first,
    card_data_of_other,
    facing_data,
    flyer_data,
    flyer_name,
    flyer_of,
    form_files,
    named_form,
    product_names,
)
from generator.site import (
    Frames,
    LiveSite,
    SiteInput,
    build_frames,
    former_addresses,
    shell_frame,
    site_assets,
)
from generator.source import Source, view_context
from generator.state import state_of
from generator.views.binder import offer_record
from generator.views.editions import Standing
from generator.views.guide import view_guide
from generator.views.lazily import Lazily
from generator.views.plain_facts import view_plain_facts
from generator.views.series import series_of
from generator.views.series_shapes import Series
from generator.views.shapes import GuideView, OfferView

Data = dict[str, object]


class _Dated(Lazily[str, tuple[Series, ...]]):
    """When each offer takes place; it has only those that have dates."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and super().__contains__(key) and bool(self[key])


class _Cards(Mapping[str, bytes]):
    """The pictures that go with shared pages; of a language nothing is known before it is asked for."""

    def __init__(
        self,
        languages: Sequence[str],
        data_of: Callable[[str], Mapping[str, Data]],
        draw: Callable[[Data], bytes],
    ) -> None:
        self._first = languages[0]
        self._data = Lazily(languages, data_of)
        self._draw = draw

    def _data_beside(self, name: str) -> Mapping[str, Data]:
        folder = name.partition("/")[0]
        return self._data[folder if folder in self._data else self._first]

    def __getitem__(self, name: str) -> bytes:
        return self._draw(self._data_beside(name)[name])

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._data_beside(name)

    def __iter__(self) -> Iterator[str]:
        return (name for data in self._data.values() for name in data)

    def __len__(self) -> int:
        return sum(map(len, self._data.values()))


@dataclass(frozen=True)
class Stand:
    """All that there is to see of one reading. `files` tells the state of the hand-written files."""

    source: Source
    files: tuple[object, ...]
    templates: tuple[object, ...]
    """The state of the typesetter's templates."""
    memory: Memory

    @property
    def first(self) -> GuideView:
        return self.guides[self.source.languages[0]]

    @cached_property
    def guides(self) -> Mapping[str, GuideView]:
        return Lazily(self.source.languages, self._guide)

    def _guide(self, language: str) -> GuideView:
        guide = stamped(self.source, self._plain_guide(language), self.standing)
        return with_newsletters(self.source, guide, self.standing)

    def _plain_guide(self, language: str) -> GuideView:
        geodata = self.source.geodata
        around = self.memory.recall(("surroundings", geodata), lambda: surroundings(geodata))
        context = view_context(self.source, language, around, self.memory.recall)
        return view_guide(context, self.source.languages)

    @cached_property
    def standing(self) -> Standing:
        """How today's binder stands to the editions; without any, nobody has to know the binder."""
        if not self.source.ledger.editions:
            return Standing(self.source.ledger, self.source.today)
        return self._bound.standing

    @cached_property
    def _bound(self) -> Bound:
        return bind(self.source, self._plain_guide(self.source.languages[0]))

    @cached_property
    def site(self) -> LiveSite:
        site = self._site_input
        recipe = ("assets", tuple(self.source.languages), self.templates)
        return LiveSite(site, self._frames, self.memory.recall(recipe, lambda: site_assets(site)))

    def _frames(self, language: str) -> Frames:
        """They only depend on the hand-written files, and on what the frame around a page shows."""
        frame = shell_frame(self._site_input, language, ())
        recipe = ("frames", language, self.files, frame)
        return self.memory.recall(
            recipe, lambda: build_frames(self._site_input, self.source.project.root / "mkdocs.yml", language)
        )

    @cached_property
    def _site_input(self) -> SiteInput:
        source, first = self.source, self.first
        words = {language: outside.words_of(language) for language in source.languages}
        names = self.sheet_names
        return SiteInput(
            guides=self.guides,
            words=words,
            site_url=source.settings.url,
            site_name=source.settings.name,
            map_svg=Lazily(source.languages, self._web_map),
            route_maps=Lazily(source.languages, self._route_maps),
            cutouts=self._cutouts,
            icons=lambda name: outside.icon(name).decode(),
            downloads=downloads(names),
            fonts=outside.fonts(),
            keep=outside.kept,
            qr_svg=kept_qr_svg(outside.kept),
            renamed=former_addresses(first),
            calendars=Calendars(self._feeds),
            structured=Structured(self._feeds),
            printed_codes=self.standing.codes,
            editions=self.standing.editions,
            swap_sheets=swap_downloads(names, self.standing),
            pictures=self._cards,
            state=partial(state_of, source),
            manual=outside.manual(),
            manual_pictures=outside.manual_pictures(),
            open_data=partial(open_data_of, source, self.guides, words),
        )

    def _web_map(self, language: str) -> str:
        source, guide = self.source, self.guides[language]
        frame, geodata = frame_of(source.guide.neighbourhood.map), source.geodata
        recipe = ("map", geodata, frame, language, pins_of(guide, "../"))
        words = {language: outside.words_of(language)}
        return self.memory.recall(
            recipe, lambda: draw_web_maps(geodata, frame, {language: guide}, words, "../")[language]
        )

    def _route_maps(self, language: str) -> Mapping[str, str]:
        geodata, routes = self.source.geodata, routes_of(self.guides[language])
        words = outside.words_of(language)

        def draw(offer_id: str) -> str:
            said = [(words, routes[offer_id])]
            recipe = ("route", geodata, offer_id, language, routes[offer_id])
            return self.memory.recall(recipe, lambda: draw_route_map(geodata, offer_id, said, "../../")[0])

        return Lazily(routes, draw)

    @cached_property
    def _cutouts(self) -> Mapping[str, str]:
        geodata, pins = self.source.geodata, pins_of(self.first)
        places = {place.id: place for place in mapped(self.first.places)}

        def draw(place_id: str) -> str:
            place = places[place_id]
            recipe = ("cutout", geodata, place_id, place.where.lat, place.where.lon, pins)
            return self.memory.recall(recipe, lambda: draw_cutout(geodata, place, pins))

        return Lazily(places, draw)

    @cached_property
    def _sheet_cutouts(self) -> Mapping[str, str]:
        """Of places, and of walks for paper."""
        geodata = self.source.geodata
        walks = {
            offer.href: offer.route for offer in self.first.offers if offer.route and offer.route.distance
        }

        def draw(key: str) -> str:
            if key not in walks:
                return self._cutouts[key]
            route = walks[key]
            return self.memory.recall(("walk", geodata, route), lambda: draw_route_cutout(geodata, route))

        return Lazily((*self._cutouts, *walks), draw)

    @cached_property
    def _feeds(self) -> FeedSource:
        source, guide = self.source, self.source.guide
        return FeedSource(
            guides=self.guides,
            words=Lazily(source.languages, outside.words_of),
            series=_Dated(
                [offer.id for offer in guide.current_offers],
                lambda offer_id: tuple(series_of(guide, guide.offer[offer_id], source.today)),
            ),
            facts=view_plain_facts(guide),
            site_url=source.settings.url,
            site_name=source.settings.name,
        )

    @cached_property
    def _cards(self) -> Mapping[str, bytes]:
        return _Cards(self.source.languages, self._card_data, lambda data: self.typesetter.draw("card", data))

    def _card_data(self, language: str) -> Mapping[str, Data]:
        data_of = card_data_of_first if language == self.source.languages[0] else card_data_of_other
        return data_of(self.guides[language], outside.words_of(language))

    @cached_property
    def typesetter(self) -> Typesetter:
        stationery = plain_stationery(self.source)
        recipe = ("typesetter", self.templates, self.source.today)
        return self.memory.recall(
            recipe,
            lambda: Typesetter(stationery.templates, stationery.fonts, stationery.icons, self.source.today),
        )

    @cached_property
    def sheet_names(self) -> tuple[str, ...]:
        """Path below print/ of every sheet that a build makes, in its order."""
        swaps = [edition.swap for edition in self.standing.editions if edition.swap and not edition.retired]
        flyers = (name for offer in self.first.offers for name in self.flyers_of(offer))
        return (*product_names(self.first, swaps), *flyers, *form_files(self.first))

    def flyers_of(self, offer: OfferView) -> tuple[str, ...]:
        """The flyers of an offer, "flyers/soep.nl-ar.pdf": that in the first language comes first."""
        if offer.flyer_over:
            return ()
        first, *others = self.source.languages
        summary = self.source.guide.offer[offer.id].summary
        there = [language for language in others if summary.language_for(language) == language]
        translated = (flyer_name(offer.id, *codes) for code in there for codes in ((code,), (first, code)))
        return (flyer_name(offer.id), *translated)

    def sheet(self, name: str) -> bytes | None:
        """A sheet as PDF, by its path below print/; None where there is none."""
        if name not in self.sheet_names:
            return None
        if name.startswith(f"{FLYERS}/"):
            return self.typesetter.typeset("flyer", self._flyer_data(name))
        job = named_form(name, self.first, outside.words_of(self.first.language))
        if job:
            return self.typesetter.typeset("form", job)
        return self._large_sheets[name]

    def flyer_picture(self, name: str, ppi: int) -> bytes:
        """A flyer as PNG: not every browser shows a PDF within a page."""
        return self.typesetter.draw("flyer", self._flyer_data(name), ppi)

    @cached_property
    def _large_sheets(self) -> Mapping[str, bytes]:
        """The binder and all else that is not set in a moment."""
        guide = self.first
        return dict(make_sheets(guide, self._bound, stationery_of(self.source, guide)))

    def _flyer_data(self, name: str) -> Data:
        offer_id, codes = flyer_of(name, self.source.languages[0])
        first, *other = [self._tongues[code] for code in codes]
        offer, *there = [_offer_in(tongue.guide, offer_id) for tongue in (first, *other)]
        mark = first.marks.get(offer_record(offer_id))
        if other:
            return facing_data(offer, there[0], first, other[0], self._sheet_cutouts, mark)
        return flyer_data(offer, first.guide, self._sheet_cutouts, first.words, mark)

    @cached_property
    def _tongues(self) -> Mapping[str, Tongue]:
        return Lazily(
            self.source.languages,
            lambda language: Tongue(
                self.guides[language],
                outside.words_of(language),
                marks_in(self.source, language, self.standing),
            ),
        )

    def offers(self) -> Iterator[OfferView]:
        """Every offer that has a page, the current ones first."""
        yield from (*self.first.offers, *self.first.past_offers)


def _offer_in(guide: GuideView, offer_id: str) -> OfferView:
    return next(offer for offer in guide.offers if offer.id == offer_id)

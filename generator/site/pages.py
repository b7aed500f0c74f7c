"""The pages of the site, all but the frame around them: views in, HTML out, nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain

from jinja2 import Environment
from markupsafe import Markup

from generator.keeping import Keep, make_anew
from generator.site.addresses import MANUAL, STATE, absolute, language_folder, way_up
from generator.site.edition_news import edition_news
from generator.site.environment import file_size, make_environment
from generator.site.flyers import flyer_kinds, flyers_of_offers
from generator.site.open_data import PAGE, data_calls, data_files
from generator.site.record_pages import RecordPages, RecordView, current_flyers, keeping_pages
from generator.site.search_index import findables_of
from generator.site.shapes import Download, Page, SiteInput, handwritten_in
from generator.site.share_pictures import offer_pictures
from generator.site.staff_pages import staff_pages
from generator.site.style import pairs
from generator.site.subscriptions import subscription_of
from generator.views.findables import view_register
from generator.views.shapes import GuideView, OfferView, Said, SelectionView
from generator.wording.words import Words


@dataclass(frozen=True)
class _Draft:
    """A page before it is rendered; `path` is relative to the root of its language."""

    path: str
    template: str
    title: str
    description: str
    kind: str
    values: dict[str, object]
    search: bool = True
    pictures: tuple[str, ...] = ()
    says_sizes: bool = False
    """Whether it tells how large sheets are, and so must wait for them."""
    record: RecordView | None = None
    """The one that it is about, where it may name little else."""


@dataclass(frozen=True)
class Unmade:
    """A page that can be made at any time."""

    waits: bool
    """Whether it waits for the sheets."""
    search: bool
    """Whether the search should find it."""
    make: Callable[[], Page]


def render_pages(site: SiteInput) -> tuple[Page, ...]:
    """Every generated page in every language, Dutch first, in the order of the guide."""
    return (*(page.make() for page in unmade_pages(site)), *staff_pages(site))


def unmade_pages(site: SiteInput) -> list[Unmade]:
    """The same but for those of staff, to be made one by one: all at once take the memory of all."""
    keep = keeping_pages(site.keep)
    return [page for language in site.guides for page in PagesOfLanguage(site, language, keep).every()]


class PagesOfLanguage:
    """The generated pages in one language: all of them, or the one that is asked for.

    `keep` is asked for those that show the same as in another build.
    """

    def __init__(self, site: SiteInput, language: str, keep: Keep = make_anew) -> None:
        self._site, self._language, self._keep = site, language, keep
        self._folder = language_folder(language, site.first_language)

    def every(self) -> Iterator[Unmade]:
        """In the order of the guide."""
        return (
            Unmade(draft.says_sizes, draft.search, partial(self._render, draft)) for draft in self._drafts()
        )

    def one(self, path: str) -> Page | None:
        """That page alone, at its path from the root of the site: "fr/aanbod/digipunt/"."""
        # The pages before those of the offers are made of long lists, which these do not show.
        guide = self._site.guides[self._language]
        drafts = chain(_single_offer_drafts(guide), self._drafts())
        return next((self._render(d) for d in drafts if self._folder + d.path == path), None)

    def _drafts(self) -> Iterator[_Draft]:
        site = self._site
        yield from _drafts(site.guides[self._language], site.words[self._language].gettext, site.downloads)
        yield from _search_drafts(site, self._language)
        yield _data_draft(site, self._language)

    def _render(self, draft: _Draft) -> Page:
        path = self._folder + draft.path
        at = {
            "root": way_up(path),
            "home": way_up(draft.path),
            "page_address": absolute(self._site.site_url, path),
            "subscription": subscription_of(self._site, self._folder, draft.path),
            "known": self._known if draft.template == "calendar.html" else "",
        }
        if draft.record:
            body = self._records.body(draft.template, draft.record, at)
        else:
            body = self._environment.get_template(draft.template).render(
                self._shared | draft.values | at,
                page_title=draft.title,
                page_description=draft.description,
            )
        page = Page(
            path,
            self._language,
            draft.title,
            draft.description,
            body + _structured(self._site, path),
            draft.kind,
            draft.search,
            pictures=draft.pictures or (draft.kind,),
        )
        return _with_alternates(page, self._site)

    @cached_property
    def _records(self) -> RecordPages:
        return RecordPages(self._site, self._language, self._environment, self._keep)

    @cached_property
    def _environment(self) -> Environment:
        return make_environment(self._site.words[self._language], self._site.icons, self._site.keep)

    @cached_property
    def _shared(self) -> dict[str, object]:
        """What every template may name, but those of records."""
        site, language = self._site, self._language
        guide = site.guides[language]
        return {
            "guide": guide,
            "cutouts": site.cutouts,
            "map_svgs": site.map_svg,
            "qr_svg": site.qr_svg,
            "general_downloads": tuple(d for d in site.downloads if not d.record),
            "flyers": flyers_of_offers(site, language),
            "flyer_kinds": flyer_kinds(site, language),
            "and_size": partial(_and_size, site, site.words[language]),
            "partner_files": _of_records(site, "partners"),
            "partner_flyers": current_flyers(guide),
            "signup_sheets": _of_records(site, "aanmelding"),
            "referral_slips": _of_records(site, "doorverwijzing"),
            "handwritten": handwritten_in(site, language),
            "state_page": STATE if site.state else "",
            "manual_page": MANUAL if site.manual else "",
            "site_name": site.site_name,
            "first_language": site.first_language,
            "editions": [
                edition_news(edition, guide, site.words[language], self._folder)
                for edition in reversed(site.editions)
            ],
        }

    @cached_property
    def _known(self) -> Markup:
        """What every calendar says of all offers: the same on each of them, and long."""
        return Markup(self._environment.get_template("_known.html").render(self._shared))


def _structured(site: SiteInput, path: str) -> str:
    """A block of data: nothing in it is run, so the policy need not allow it."""
    data = site.structured.get(path)
    return f'<script type="application/ld+json">{data}</script>' if data else ""


def _and_size(site: SiteInput, words: Words, download: Download) -> str:
    """ ", 120 kB", behind what kind of file it is; empty if it is not known."""
    size = file_size(words, site.size_of(download.href))
    return f", {size}" if size else ""


def _of_records(site: SiteInput, folder: str) -> dict[str, Download]:
    """Id of a record -> its sheet of that kind."""
    return {download.record: download for download in site.downloads if download.folder == folder}


def _with_alternates(page: Page, site: SiteInput) -> Page:
    folders = {language: language_folder(language, site.first_language) for language in site.guides}
    if len(folders) == 1:
        return page
    below = page.path.removeprefix(folders[page.language])
    return replace(page, alternates=tuple((code, folder + below) for code, folder in folders.items()))


def _drafts(guide: GuideView, _: Callable[[str], str], downloads: tuple[Download, ...]) -> Iterator[_Draft]:
    name = str(guide.name)
    yield _Draft(
        "",
        "home.html",
        _("What is on in {place}?").format(place=name),
        _("Activities, help and meeting people in {place}. Everyone is welcome.").format(place=name),
        "home",
        {},
        search=False,
    )
    yield from _offer_drafts(guide, _)
    yield from _help_drafts(guide, _)
    yield from _finder_drafts(guide, _)
    yield from _place_drafts(guide, _)
    for flyer in guide.flyers:
        draft = _draft_of(flyer.href, "flyer.html", flyer.title, str(flyer.summary), "other", flyer=flyer)
        yield replace(draft, search=not flyer.over, says_sizes=True)
    yield _Draft(
        "mijn-lijst/",
        "my_list.html",
        _("My list"),
        _("What you keep for later, to print, to send or to take along."),
        "other",
        {},
        search=False,
    )
    yield _Draft(
        "toegankelijkheid/",
        "accessibility.html",
        _("Accessibility"),
        _("What we do so that everybody can use this site, and whom to tell if it does not work."),
        "other",
        {},
    )
    yield _Draft(
        "stijl/",
        "style.html",
        _("Style"),
        _("All pieces that the pages are made of."),
        "other",
        {"pairs": pairs()},
        search=False,
    )
    if downloads or guide.offers:
        yield _Draft(
            "werkers/",
            "workers.html",
            _("For workers"),
            _("The binder, the flyers and the map, to print or to take along."),
            "other",
            {},
            search=False,
            says_sizes=True,
        )


def _offer_drafts(guide: GuideView, _: Callable[[str], str]) -> Iterator[_Draft]:
    yield _Draft(
        "aanbod/",
        "offers.html",
        _("What you can do here"),
        _("All activities and services in {place}.").format(place=guide.name),
        "offers",
        {},
        search=False,
    )
    yield _Draft(
        "per-dag/",
        "by_day.html",
        _("What is on, day by day"),
        _("The offer by day of the week."),
        "offers",
        {},
        search=False,
    )
    yield from _selection_drafts(guide, _)
    for calendar in guide.calendar:
        title = _("Calendar: {period}").format(period=calendar.name)
        description = _("What is on in {place}, with dates.").format(place=guide.name)
        yield _Draft(
            calendar.href, "calendar.html", title, description, "offers", {"calendar": calendar}, search=False
        )
    yield from _newsletter_drafts(guide, _)
    yield _Draft("themas/", "themes.html", _("Themes"), _("The offer by theme."), "offers", {}, search=False)
    yield from _single_offer_drafts(guide)
    for theme in guide.themes:
        description = _("Activities and help: {theme}.").format(theme=theme.name)
        draft = _draft_of(theme.href, "theme.html", theme.name, description, "offers", theme=theme)
        # Only names of other records: the search knows them from our own index.
        yield replace(draft, search=False)


def _single_offer_drafts(guide: GuideView) -> Iterator[_Draft]:
    for offer in (*guide.offers, *guide.past_offers):
        draft = _draft_of(offer.href, "offer.html", offer.name, _in_short(offer), "offers")
        yield replace(draft, record=offer, pictures=offer_pictures(offer, guide.language))


def _newsletter_drafts(guide: GuideView, _: Callable[[str], str]) -> Iterator[_Draft]:
    description = _("What is on in {place}, month by month.").format(place=guide.name)
    if guide.newsletters:
        title = _("Newsletters")
        yield _Draft("nieuwsbrief/", "newsletters.html", title, description, "offers", {}, search=False)
    for letter in guide.newsletters:
        values: dict[str, object] = {"letter": letter}
        draft = _Draft(letter.href, "newsletter.html", letter.title, description, "offers", values)
        yield replace(draft, search=False, says_sizes=True)


def _in_short(offer: OfferView) -> str:
    """What somebody sees of an offer in a message or among the results of a search: also when and where."""
    if offer.status_text:
        return f"{offer.status_text} {offer.summary}"
    when = offer.when.lines[0] if offer.when.known else ""
    where = str(offer.where.lines[0]) if offer.where.known else ""
    moment = ", ".join(part for part in (when, where) if part)
    return f"{offer.summary} {moment}." if moment else str(offer.summary)


def _selection_drafts(guide: GuideView, _: Callable[[str], str]) -> Iterator[_Draft]:
    """The offer by day and by audience, a page each: what the facets do, without script."""
    for day in guide.weekdays:
        description = _("What is on, on {day}.").format(day=day.name)
        title = day.name[:1].upper() + day.name[1:]
        yield _selection(day, title, description, ("per-dag/", _("What is on, day by day")))
    if guide.audiences:
        description = _("The offer by whom it is for.")
        yield _Draft("voor-wie/", "audiences.html", _("For whom?"), description, "offers", {}, search=False)
    for audience in guide.audiences:
        title = _("For {people}").format(people=audience.name)
        description = _("What is there for {people}?").format(people=audience.name)
        yield _selection(audience, title, description, ("voor-wie/", _("For whom?")))


def _selection(view: SelectionView, title: str, description: str, back: tuple[str, str]) -> _Draft:
    values: dict[str, object] = {
        "offers": view.offers,
        "everyone": view.everyone,
        "back_to": back[0],
        "back_text": back[1],
    }
    return _Draft(view.href, "selection.html", title, description, "offers", values, search=False)


def _help_drafts(guide: GuideView, _: Callable[[str], str]) -> Iterator[_Draft]:
    yield _Draft(
        "sociale-kaart/",
        "organisations.html",
        _("Who can help you"),
        _("Organisations and services in and around {place}.").format(place=guide.name),
        "map-of-help",
        {},
        search=False,
    )
    for organisation in guide.organisations:
        summary = str(organisation.summary)
        draft = _draft_of(organisation.href, "organisation.html", organisation.name, summary, "map-of-help")
        yield replace(draft, record=organisation)
    if guide.helplines:
        yield _Draft(
            "hulplijnen/",
            "helplines.html",
            _("Numbers to call"),
            _("Emergency numbers and helplines."),
            "map-of-help",
            {},
        )


def _finder_drafts(guide: GuideView, _: Callable[[str], str]) -> Iterator[_Draft]:
    yield _Draft(
        "wegwijzer/",
        "finder.html",
        _("I have a question"),
        _("Choose your question and see who can help you."),
        "finder",
        {"steps": max((question.steps for question in guide.questions), default=1)},
    )
    for step in guide.steps:
        template = "finder_step.html" if step.choices else "finder_answer.html"
        description = str(step.answer or step.ask)
        yield _draft_of(step.href, template, step.question, description, "finder", question=step)
    if guide.questions:
        yield _Draft(
            "wegwijzer/afdrukken/",
            "finder_print.html",
            _("All questions on paper"),
            _("All questions and who helps with them, to print."),
            "finder",
            {},
            search=False,
        )


def _search_drafts(site: SiteInput, language: str) -> Iterator[_Draft]:
    guide, _ = site.guides[language], site.words[language].gettext
    lists = [
        ("wegwijzer/", "comment-question-outline", _("Questions")),
        ("aanbod/", "calendar-heart", _("What you can do here")),
        ("sociale-kaart/", "hand-heart-outline", _("Who can help you")),
        ("themas/", "tag-outline", _("Themes")),
        ("plaatsen/", "map-marker-outline", _("Places")),
        ("a-z/", "sort-alphabetical-variant", _("Everything from A to Z")),
    ]
    if guide.helplines:
        lists.insert(3, ("hulplijnen/", "phone-alert", _("Numbers to call")))
    description = _("Look for an activity, a service, a question or a place.")
    yield _Draft("zoeken/", "search.html", _("Search"), description, "other", {"lists": lists}, search=False)
    yield _Draft(
        "a-z/",
        "register.html",
        _("Everything from A to Z"),
        _("All that is in this guide, by its first letter."),
        "other",
        {"register": view_register(site.words[language], findables_of(site, language))},
        search=False,
    )


def _data_draft(site: SiteInput, language: str) -> _Draft:
    _ = site.words[language].gettext
    values: dict[str, object] = {
        "data_files": data_files(_, language_folder(language, site.first_language), site.calendars),
        "data_calls": data_calls(site.site_url),
    }
    description = _("What others may use of this guide, and how.")
    return _Draft(PAGE, "data.html", _("Open data"), description, "other", values, search=False)


def _place_drafts(guide: GuideView, _: Callable[[str], str]) -> Iterator[_Draft]:
    yield _Draft(
        "kaart/",
        "map.html",
        _("Map"),
        _("The map of {place}, with all places.").format(place=guide.name),
        "map",
        {},
        search=False,
    )
    yield _Draft(
        "plaatsen/",
        "places.html",
        _("Places"),
        _("The places where something happens, with their number on the map."),
        "map",
        {},
        search=False,
    )
    for place in guide.places:
        description = str(place.summary or ", ".join(str(line) for line in place.where.lines))
        yield _draft_of(place.href, "place.html", place.name, description, "map", place=place)


def _draft_of(path: str, template: str, title: Said, description: str, kind: str, **values: object) -> _Draft:
    return _Draft(path, template, str(title), description, kind, values)

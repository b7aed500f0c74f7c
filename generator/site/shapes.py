"""What goes into the site and what comes out: plain values, no files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from generator.keeping import Keep, make_anew
from generator.views.editions import PrintedCode, PrintedEdition
from generator.views.shapes import GuideView
from generator.views.staff_shapes import StateView
from generator.wording.words import Words


@dataclass(frozen=True)
class Download:
    """A file that the print part makes, as the site offers it."""

    href: str
    """From the root of the site: "print/flyermap.pdf"."""
    title: str
    """What it is called, an English message id; translated when shown."""
    folder: str = ""
    """Of a sheet about one record: flyers, partners, aanmelding or doorverwijzing."""
    record: str = ""
    """The id of that record, or empty."""
    languages: tuple[str, ...] = ()
    """Codes of the languages on a flyer, the first language first; empty for other files."""


@dataclass(frozen=True)
class Handwritten:
    """A page of content/ that MkDocs renders."""

    path: str
    """ "wie%20zijn%20wij/", from the root of the site: as an address, not as a place on the disk."""
    language: str
    title: str
    slug: str
    """ "welkom": by this name other pages know it."""

    @property
    def folder(self) -> str:
        """ "wie zijn wij/": where it lies, from the root of the site."""
        return unquote(self.path)


@dataclass(frozen=True)
class SiteInput:
    """All that the pages are made of. Dutch comes first in `guides`."""

    guides: Mapping[str, GuideView]
    words: Mapping[str, Words]
    site_url: str
    site_name: str
    map_svg: Mapping[str, str]
    """Language -> the whole map as inline SVG."""
    cutouts: Mapping[str, str]
    """Place id -> a small map around that place, as inline SVG."""
    icons: Callable[[str], str]
    """Name of a pictogram -> inline SVG."""
    qr_svg: Callable[[str], str]
    """Content of a code -> inline SVG."""
    downloads: tuple[Download, ...] = ()
    size_of: Callable[[str], int] = lambda href: 0
    """The address of a download -> how many bytes it has, or 0; waits for it while it is still being made."""
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    """File name -> bytes of the TTFs in print/fonts."""
    keep: Keep = make_anew
    handwritten: tuple[Handwritten, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """(old path, new path) of renamed records, from the root of the site."""
    calendars: Mapping[str, bytes] = field(default_factory=dict)
    """Path from the root of the site ("fr/aanbod/digipunt/agenda.ics") -> iCalendar."""
    structured: Mapping[str, str] = field(default_factory=dict)
    """Path of a page ("fr/aanbod/digipunt/") -> what it says, as JSON-LD that is safe within HTML."""
    printed_codes: tuple[PrintedCode, ...] = ()
    """Codes on paper that know their edition, and what has become of their sheets."""
    editions: tuple[PrintedEdition, ...] = ()
    swap_sheets: Mapping[int, Download] = field(default_factory=dict)
    """Number of an edition -> the sheets to swap in a binder of it."""

    route_maps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language -> offer id -> the walk of the offer on a map, as inline SVG."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Name -> PNG of the pictures that go with a shared page."""
    open_data: Callable[[], Mapping[str, bytes]] = dict
    """Makes what other systems read: path from the root of the site -> bytes."""
    state: Callable[[], StateView] | None = None
    """Finds out the state of all records, for staff: a page in the first language only."""
    manual: str = ""
    """The manual for staff: Markdown with front matter; empty for none."""
    manual_pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Those that it shows: file name -> PNG."""
    offline: bool = True
    """Whether phones may keep a copy; False ends the copies that they have."""

    @property
    def first_language(self) -> str:
        return next(iter(self.guides))


def handwritten_in(site: SiteInput, language: str) -> dict[str, Handwritten]:
    """Slug -> hand-written page: in this language, or else in the first one."""
    wanted = (site.first_language, language)
    return {page.slug: page for code in wanted for page in site.handwritten if page.language == code}


def translations_of(page: Handwritten, written: Iterable[Handwritten]) -> tuple[tuple[str, str], ...]:
    """(language, path) of a hand-written page in every language that has it; empty if only one has."""
    found = tuple((other.language, other.path) for other in written if other.slug == page.slug)
    return found if len(found) > 1 else ()


@dataclass(frozen=True)
class Page:
    """One page of the site, but for the shell around it."""

    path: str
    """From the root of the site: "aanbod/digipunt/", "fr/", "" for the home page."""
    language: str
    title: str
    description: str
    body: str
    """HTML, with addresses relative to `path`."""
    kind: str
    """home, offers, map-of-help, finder, map, workers or other: what the navigation marks."""
    search: bool
    """Whether the search should find it."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(language, path) of the same page in every language, its own included."""
    public: bool = True
    """Whether it is for everybody: other pages are kept from search engines and from the copies on phones."""
    pictures: tuple[str, ...] = ()
    """Names of the pictures that may go with the page where somebody shares it, the best first."""

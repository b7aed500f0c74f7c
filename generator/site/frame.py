"""What the theme's frame shows around a page: navigation, footer, addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from babel import localedata
from babel.core import get_global
from markupsafe import Markup

from generator.site.addresses import absolute, language_folder, way_up
from generator.site.shapes import Handwritten, SiteInput, handwritten_in, translations_of
from generator.site.share_pictures import SIZE, picture_path
from generator.site.shell import mark
from generator.site.text_index import MARK
from generator.site.translated import alternate_links, language_switch
from generator.views.shapes import ContactView
from generator.wording.words import Words

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Only our own files. WebAssembly is for the search."""


_NOT_CURRENT = Markup()


@dataclass(frozen=True)
class Item:
    """A line of the navigation; `current` is the attribute that marks it, or a mark of the shell."""

    path: str
    text: str
    icon: str
    current: Markup = _NOT_CURRENT
    language: str = ""
    from_root: bool = False


@dataclass(frozen=True)
class Around:
    """What the frame says on every page of a language: of a neighbourhood's site, or of a region's."""

    language: str
    direction: str
    site_name: str
    multilingual: bool
    """Whether the site has more than one language, and so a switch."""
    main_pages: tuple[tuple[str, Item], ...]
    """The few that fit under a thumb, each with the kind of page on which it is the current one."""
    all_pages: tuple[Item, ...]
    ask: str
    fallback: ContactView
    publisher: str = ""
    edition: str = ""
    keeps: bool = True
    """Whether a visitor can keep things: a list of their own, a copy on the phone, the code of a page."""


@dataclass(frozen=True)
class Frame:
    """Everything that main.html and its partials may name."""

    language: str
    direction: str
    policy: str
    site_name: str
    title: str
    description: str
    canonical: str
    alternates: Markup
    languages: Markup
    multilingual: bool
    root: str
    home: str
    kind: str
    search: Markup
    body: Markup
    preload: tuple[str, ...]
    main_pages: tuple[Item, ...]
    all_pages: tuple[Item, ...]
    ask: str
    fallback: ContactView
    publisher: str
    edition: str
    keeps: bool
    picture: str
    """The full address of the picture that goes with a shared page; empty for none."""
    picture_size: tuple[int, int]
    """Width and height in pixels."""
    territory: str
    """The language as Facebook's Open Graph writes it: "nl_BE"."""


def shell_frame(site: SiteInput, language: str, preload: tuple[str, ...], *, policy: bool = True) -> Frame:
    """The frame with marks wherever pages differ."""
    return marked_frame(_around(site, language), preload, policy=policy)


def marked_frame(
    around: Around, preload: tuple[str, ...], *, policy: bool = True, pictures: bool = True
) -> Frame:
    """The same for any site; `pictures` tells whether its pages have a picture to be shared with."""
    return _frame(
        around,
        preload,
        policy=policy,
        title=mark("title"),
        description=mark("description"),
        canonical=mark("canonical"),
        alternates=Markup(mark("alternates")),
        languages=Markup(mark("languages")),
        root=mark("root"),
        home=mark("home"),
        kind=mark("kind"),
        picture=mark("picture") if pictures else "",
        search=Markup(mark("search")),
        body=Markup(mark("body")),
        current={kind: Markup(mark(f"current-{kind}")) for kind, _ in around.main_pages},
    )


def handwritten_frame(
    site: SiteInput,
    page: Handwritten,
    description: str,
    body: Markup,
    preload: tuple[str, ...],
    *,
    policy: bool,
) -> Frame:
    """The frame of a page of content/, complete."""
    up = way_up(page.path)
    folder = language_folder(page.language, site.first_language)
    alternates = translations_of(page, site.handwritten)
    return _frame(
        _around(site, page.language),
        preload,
        policy=policy,
        title=full_title(page.title, site.site_name),
        description=description,
        canonical=absolute(site.site_url, page.path),
        alternates=alternate_links(site.site_url, alternates),
        languages=language_switch(site.guides[page.language].languages, page.language, alternates, up),
        root=up,
        home=up + folder if folder else up,
        kind="prose",
        picture=absolute(site.site_url, picture_path(site.pictures)),
        search=Markup(MARK),
        body=body,
        current={},
    )


def full_title(title: str, site_name: str) -> str:
    return f"{title} · {site_name}" if title else site_name


def _around(site: SiteInput, language: str) -> Around:
    guide, words = site.guides[language], site.words[language]
    return Around(
        language=language,
        direction=words.direction,
        site_name=site.site_name,
        multilingual=len(site.guides) > 1,
        main_pages=_main_pages(words),
        all_pages=_all_pages(site, language),
        ask=guide.ask,
        fallback=guide.fallback,
        publisher=str(guide.publisher),
        edition=guide.edition.label,
    )


def _frame(
    around: Around,
    preload: tuple[str, ...],
    *,
    policy: bool,
    title: str,
    description: str,
    canonical: str,
    alternates: Markup,
    languages: Markup,
    root: str,
    home: str,
    kind: str,
    picture: str,
    search: Markup,
    body: Markup,
    current: Mapping[str, Markup],
) -> Frame:
    pages = (replace(item, current=current.get(kind, _NOT_CURRENT)) for kind, item in around.main_pages)
    return Frame(
        language=around.language,
        direction=around.direction,
        policy=POLICY if policy else "",
        site_name=around.site_name,
        title=title,
        description=description,
        canonical=canonical,
        alternates=alternates,
        languages=languages,
        multilingual=around.multilingual,
        root=root,
        home=home,
        kind=kind,
        search=search,
        body=body,
        preload=preload,
        main_pages=tuple(pages),
        all_pages=around.all_pages,
        ask=around.ask,
        fallback=around.fallback,
        publisher=around.publisher,
        edition=around.edition,
        keeps=around.keeps,
        picture=picture,
        picture_size=SIZE,
        territory=_territory(around.language),
    )


def _territory(language: str) -> str:
    """With Belgium where the language is at home there, else with its most likely country."""
    belgian = f"{language}_BE"
    if localedata.exists(belgian):
        return belgian
    likely = str(get_global("likely_subtags").get(language, belgian)).split("_")
    return f"{language}_{likely[-1]}"


def _main_pages(words: Words) -> tuple[tuple[str, Item], ...]:
    """The five that fit under a thumb."""
    _ = words.gettext
    pages = (
        ("home", "", _("Home"), "home-outline"),
        ("offers", "aanbod/", _("To do"), "calendar-heart"),
        ("finder", "wegwijzer/", _("Question"), "comment-question-outline"),
        ("map-of-help", "sociale-kaart/", _("Help"), "hand-heart-outline"),
        ("map", "kaart/", _("Map"), "map-outline"),
    )
    return tuple((kind, Item(path, text, icon)) for kind, path, text, icon in pages)


_ICONS = {
    "welkom": "human-greeting-variant",
    "afspraken": "handshake-outline",
    "over-ons": "home-group",
    "flyermap": "folder-open-outline",
    "colofon": "information-outline",
}
"""Hand-written pages that every neighbourhood tends to have, in the order of the menu."""


def _all_pages(site: SiteInput, language: str) -> tuple[Item, ...]:
    _ = site.words[language].gettext
    guide = site.guides[language]
    written = handwritten_in(site, language)
    order = [slug for slug in _ICONS if slug in written] + sorted(set(written) - set(_ICONS))
    items = [
        Item("aanbod/", _("What you can do here"), "calendar-heart", language=language),
        Item("agenda/", _("Calendar"), "calendar-month", language=language),
        Item("per-dag/", _("Day by day"), "calendar-week", language=language),
        Item("themas/", _("Themes"), "tag-outline", language=language),
        Item("wegwijzer/", _("I have a question"), "comment-question-outline", language=language),
        Item("sociale-kaart/", _("Who can help you"), "hand-heart-outline", language=language),
        Item("kaart/", _("Map"), "map-outline", language=language),
        Item("plaatsen/", _("Places"), "map-marker-outline", language=language),
    ]
    if guide.newsletters:
        items.append(Item("nieuwsbrief/", _("Newsletters"), "email-newsletter", language=language))
    items.append(Item("mijn-lijst/", _("My list"), "heart-outline", language=language))
    if guide.helplines:
        items.append(Item("hulplijnen/", _("Numbers to call"), "phone-alert", language=language))
    for slug in order:
        page = written[slug]
        icon = _ICONS.get(slug, "file-document-outline")
        items.append(Item(page.path, page.title, icon, language=page.language, from_root=True))
    items.append(Item("toegankelijkheid/", _("Accessibility"), "wheelchair-accessibility", language=language))
    items.append(Item("werkers/", _("For workers"), "bag-personal-outline", language=language))
    return tuple(items)

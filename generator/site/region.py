"""The website of a region: its home, lists by neighbourhood and theme, a map, a search over all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.keeping import Keep, make_anew
from generator.site.addresses import language_folder, way_up
from generator.site.assets import preloaded_fonts, render_assets
from generator.site.environment import make_environment
from generator.site.filling import Whereabouts, fill_shell
from generator.site.frame import Around, Item, marked_frame
from generator.site.listings import render_robots, render_sitemap
from generator.site.plain_shell import plain_shell
from generator.site.search_index import index_files, pictogram_files
from generator.site.shapes import Page
from generator.site.shell import Shell
from generator.site.translated import alternate_links
from generator.site.versions import import_versions, link_versions, version_of
from generator.views.region_shapes import RegionView
from generator.wording.words import Words

_ASSETS = Path(__file__).parent / "assets"
_USED = (
    "distances.js", "finding.css", "finding.js", "map-fingers.js", "map.css", "map.js", "matching.js",
    "offline.js", "region-map.js", "region.css", "search-page.js", "search.css", "search.js", "site.css",
    "site.js", "today.js",
)  # fmt: skip
"""Of the style sheets and scripts of a neighbourhood's site."""


@dataclass(frozen=True)
class RegionInput:
    """All that the website is made of; the first language stands at its root."""

    views: Mapping[str, RegionView]
    words: Mapping[str, Words]
    url: str
    icons: Callable[[str], str]
    fonts: Mapping[str, bytes]
    keep: Keep = make_anew


def render_region(site: RegionInput) -> dict[str, bytes]:
    """Path -> bytes of every file. The same input gives the same bytes."""
    own = {name: (_ASSETS / name).read_bytes() for name in _USED}
    assets = render_assets(own, site.fonts, site.views, site.icons("sprout"), site.keep)
    version = version_of(assets)
    files = {**import_versions(assets, version)}
    first, pages = next(iter(site.views)), list[Page]()
    texts: dict[str, str] = {}
    for language, view in site.views.items():
        words, folder = site.words[language], language_folder(language, first)
        shell = _shell(site, view)
        where = Whereabouts(site.url, view.name, first, view.languages)
        for page in _pages(site, view, folder):
            head = alternate_links(site.url, page.alternates)
            text = link_versions(fill_shell(shell, page, where, way_up(page.path), head=head), version)
            files[f"{page.path}index.html"] = text.encode()
            # A list of all pages needs no body: together these are most of the memory of a large region.
            pages.append(replace(page, body=""))
        texts |= index_files(view.findables, words, folder, whole=True)
    found = {found.pictogram for view in site.views.values() for found in view.findables} | {"phone"}
    texts |= pictogram_files(found, site.icons)
    texts["sitemap.xml"] = render_sitemap(site.url, pages, ())
    texts["robots.txt"] = render_robots(site.url)
    return files | {name: text.encode() for name, text in texts.items()}


def _shell(site: RegionInput, view: RegionView) -> Shell:
    """The frame of a neighbourhood's site, with the pages of a region in its navigation."""
    words = site.words[view.language]
    _ = words.gettext
    main = (
        ("home", "", _("Home"), "home-outline"),
        ("neighbourhoods", "#neighbourhoods", _("Neighbourhoods"), "home-group"),
        ("offers", "#themes", _("Themes"), "tag-outline"),
        ("map", "kaart/", _("Map"), "map-outline"),
    )
    items = tuple((kind, Item(path, text, icon)) for kind, path, text, icon in main)
    more = (
        Item(f"buurten/{place.id}/", place.name.text, "home-group", language=place.name.lang or view.language)
        for place in view.neighbourhoods
    )
    own = [Item(path, text, icon, language=view.language) for _kind, path, text, icon in main]
    around = Around(
        language=view.language,
        direction=view.direction,
        site_name=view.name,
        multilingual=len(site.views) > 1,
        main_pages=items,
        all_pages=(*own, *more),
        ask=view.ask,
        fallback=view.fallback,
        keeps=False,
    )
    return plain_shell(marked_frame(around, preloaded_fonts(site.fonts), pictures=False), words, site.icons)


def _pages(site: RegionInput, view: RegionView, folder: str) -> Iterator[Page]:
    words = site.words[view.language]
    environment = make_environment(words, site.icons, site.keep)
    first = next(iter(site.views))
    for path, template, title, kind, values in _drafts(view, words.gettext):
        whole = f"{folder}{path}"
        body = environment.get_template(template).render(
            region=view, guide=view, root=way_up(whole), home=way_up(path), page_title=title, **values
        )
        alternates = tuple((code, f"{language_folder(code, first)}{path}") for code in site.views)
        yield Page(
            whole,
            view.language,
            title,
            title or view.name,
            body,
            kind,
            search=False,
            alternates=alternates if len(alternates) > 1 else (),
        )


def _drafts(
    view: RegionView, _: Callable[[str], str]
) -> Iterator[tuple[str, str, str, str, dict[str, object]]]:
    yield "", "region_home.html", "", "home", {}
    yield "kaart/", "region_map.html", _("Map"), "map", {}
    lists = (("#neighbourhoods", "home-group", _("Neighbourhoods")), ("#themes", "tag-outline", _("Themes")))
    yield "zoeken/", "search.html", _("Search"), "other", {"lists": lists}
    for found in view.lists:
        title = " · ".join(said.text for said in (found.name, found.within) if said)
        yield found.path, "region_list.html", title, found.kind, {"list": found}

"""Writes the generated part of the site into the folder that MkDocs has built."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from markupsafe import Markup

from generator.site.addresses import absolute, language_folder, root_of_host, way_up
from generator.site.assets import preloaded_fonts, render_assets
from generator.site.code_pages import render_code_pages, render_edition_pages, render_moved_pages
from generator.site.environment import make_environment
from generator.site.filling import Whereabouts, fill_shell
from generator.site.listings import render_robots, render_sitemap
from generator.site.offline import render_offline
from generator.site.offline_copies import copies_of
from generator.site.open_data import feed_links
from generator.site.page_codes import render_page_codes
from generator.site.pages import render_pages
from generator.site.records import render_pictures, render_records
from generator.site.routes import render_routes
from generator.site.schedule_data import render_schedule_data
from generator.site.search_index import render_search_files
from generator.site.shapes import Page, SiteInput
from generator.site.share_pictures import picture_files, picture_path
from generator.site.shell import Shell
from generator.site.signs import render_manifests, render_signs
from generator.site.staff_pages import manual_pictures
from generator.site.text_index import render_text_index
from generator.site.translated import alternate_links
from generator.site.versions import import_versions, link_versions, version_of

_NO_INDEX = Markup('<meta name="robots" content="noindex">')
_OWN_ASSETS = Path(__file__).parent / "assets"


def write_site(site: SiteInput, shells: Mapping[str, Shell], out: Path) -> int:
    """Pages, code pages, assets, sitemap, robots.txt, 404 page and the index of the search.

    Returns the number of pages.
    """
    # First what waits for nothing: some pages tell how large the sheets are.
    assets, version = site_assets(site)
    data = {**site.open_data(), **site.calendars}
    texts = render_texts(site, shells)
    texts |= {name: (out / name).read_text(encoding="utf-8") for name in _written(site)}
    texts = {name: link_versions(t, version) if name.endswith(".html") else t for name, t in texts.items()}
    missing = {code: link_versions(_no_copy(site, shells[code], code), version) for code in shells}
    # Pagefind is a program of its own, and takes as long as all that is left to do.
    with ThreadPoolExecutor(1) as beside:
        index = beside.submit(render_text_index, texts, site.keep)
        copies = copies_of(site, texts, missing)
        files = {name: text.encode() for name, text in texts.items()} | data | assets
        files |= render_manifests(site) | picture_files(site.pictures) | manual_pictures(site)
        files |= render_offline(site, assets, version, preloaded_fonts(site.fonts), copies)
        _write(out, files)
        _write(out, index.result())
    return sum(name.endswith(".html") for name in files)


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    """Thousands of files: each folder is made once."""
    folders: set[str] = set()
    for name, data in files.items():
        folder = name.rpartition("/")[0]
        if folder not in folders:
            folders.add(folder)
            (out / folder).mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)


def site_assets(site: SiteInput) -> tuple[dict[str, bytes], str]:
    """Path -> bytes of all files below assets/, and the version of our style sheets and scripts."""
    own = {path.name: path.read_bytes() for path in sorted(_OWN_ASSETS.iterdir()) if path.is_file()}
    assets = render_assets(own, site.fonts, site.guides, site.icons("sprout"), site.keep)
    version = version_of(assets)
    return import_versions(assets, version) | render_signs(assets["assets/icon.svg"].decode()), version


def _written(site: SiteInput) -> list[str]:
    """The files of the hand-written pages, which MkDocs has made."""
    return [f"{page.path}index.html" for page in site.handwritten]


def render_texts(site: SiteInput, shells: Mapping[str, Shell]) -> dict[str, str]:
    """Path of the file -> text, of every generated page and listing."""
    pages = render_pages(site)
    texts = {f"{page.path}index.html": fill(shells[page.language], page, site) for page in pages}
    for path, html in (
        render_code_pages(site) | render_edition_pages(site) | render_moved_pages(site)
    ).items():
        texts[f"{path}index.html"] = html
    texts |= render_records(site) | render_pictures(site) | render_page_codes(site, pages)
    texts |= render_search_files(site)
    texts |= render_schedule_data(site)
    texts |= render_routes(site)
    texts["404.html"] = not_found(site, shells[site.first_language])
    texts["sitemap.xml"] = render_sitemap(site.site_url, pages, site.handwritten)
    texts["robots.txt"] = render_robots(site.site_url)
    return texts


def fill(shell: Shell, page: Page, site: SiteInput) -> str:
    """One page, from its shell."""
    return _filled(shell, page, site, way_up(page.path))


def _filled(shell: Shell, page: Page, site: SiteInput, root: str) -> str:
    return fill_shell(
        shell,
        page,
        whereabouts_of(site, page.language),
        root,
        head=_head_links(site, page),
        picture=absolute(site.site_url, picture_path(site.pictures, *page.pictures)),
    )


def whereabouts_of(site: SiteInput, language: str) -> Whereabouts:
    return Whereabouts(site.site_url, site.site_name, site.first_language, site.guides[language].languages)


def _head_links(site: SiteInput, page: Page) -> Markup:
    """Where the same page is in other languages, and the news that goes with it."""
    if not page.public:
        return _NO_INDEX
    return alternate_links(site.site_url, page.alternates) + feed_links(site, page)


def not_found(site: SiteInput, shell: Shell) -> str:
    """The page for an address where there is nothing."""
    title = site.words[site.first_language].gettext("This page does not exist (any more)")
    return _at_any_depth(site, shell, site.first_language, "not_found.html", title)


def _no_copy(site: SiteInput, shell: Shell, language: str) -> str:
    title = site.words[language].gettext("You have no connection")
    return _at_any_depth(site, shell, language, "no_copy.html", title)


def _at_any_depth(site: SiteInput, shell: Shell, language: str, template: str, title: str) -> str:
    """A page that is shown at any address, so its own addresses begin at the root of the host."""
    root = root_of_host(site.site_url)
    home = root + language_folder(language, site.first_language)
    body = (
        make_environment(site.words[language], site.icons)
        .get_template(template)
        .render(guide=site.guides[language], home=home, page_title=title)
    )
    page = Page("404.html", language, title, title, body, "other", search=False)
    return _filled(shell, page, site, root)

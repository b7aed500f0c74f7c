"""The files of the website one by one, each made when it is asked for: what the preview shows.

The bytes are those that a build writes. What only a whole build can make is not there: the
index of all texts (Pagefind's), and the copies that phones keep.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import quote

from generator.site.addresses import MANUAL, STAFF, language_folder
from generator.site.building import Frames
from generator.site.code_pages import render_code_pages, render_edition_pages, render_moved_pages
from generator.site.listings import render_robots, render_sitemap
from generator.site.offline import stop_copies
from generator.site.page_codes import FILE as CODE
from generator.site.page_codes import has_own_code, is_page_code, page_code
from generator.site.pages import PagesOfLanguage, render_pages
from generator.site.records import render_pictures, render_records
from generator.site.routes import FILE as ROUTE
from generator.site.routes import render_routes
from generator.site.schedule_data import render_schedule_data
from generator.site.search_index import FOLDER as SEARCH
from generator.site.search_index import PICTOGRAMS, render_search_files
from generator.site.shapes import Page, SiteInput
from generator.site.share_pictures import picture_name
from generator.site.signs import render_manifests
from generator.site.staff_pages import manual_pictures, staff_pages
from generator.site.versions import link_versions
from generator.site.writing import fill, not_found
from generator.views.series_shapes import CALENDAR_FILE

INDEX = "index.html"
Assets = tuple[Mapping[str, bytes], str]
"""Path -> bytes of all files below assets/, and their version: what `site_assets` gives."""


class LiveSite:
    """One state of the website. `frames` gives what MkDocs makes of a language."""

    def __init__(self, site: SiteInput, frames: Callable[[str], Frames], assets: Assets) -> None:
        self.site = site
        self._frames = frames
        self._assets, self._version = assets
        self._pages: dict[str, PagesOfLanguage] = {}
        self._made: dict[object, Mapping[str, str | bytes]] = {}

    def file(self, path: str) -> bytes | None:
        """The file at a path from the root of the site ("aanbod/index.html"); None where there is none."""
        if path.endswith(INDEX):
            return self._page(path.removesuffix(INDEX))
        if path.startswith("assets/"):
            return self._asset(path)
        if path == "sw.js":
            # A phone, or this computer, may have a worker of a site that was published here.
            return stop_copies()
        found = self._other(path)
        return found.encode() if isinstance(found, str) else found

    def missing(self) -> bytes:
        """The page for an address where there is nothing."""
        first = self.site.first_language
        return self._versioned(not_found(self._with_written(first), self._frames(first).shell))

    def _page(self, path: str) -> bytes | None:
        if path.startswith(("Q/", "E/")):
            found = render_code_pages(self.site, path).get(path) or self._listing(render_edition_pages).get(
                path
            )
            return self._versioned(str(found)) if found else None
        page = self._generated(path)
        if page:
            shell = self._frames(page.language).shell
            return self._versioned(fill(shell, page, self._with_written(page.language)))
        written = self._frames(self._language_of(path)).files.get(path + INDEX)
        if written:
            return self._versioned(written.decode())
        moved = self._listing(render_moved_pages).get(path)
        return self._versioned(str(moved)) if moved else None

    def _generated(self, path: str) -> Page | None:
        language = self._language_of(path)
        if path in STAFF:
            return next((page for page in staff_pages(self.site) if page.path == path), None)
        if language not in self._pages:
            self._pages[language] = PagesOfLanguage(self._with_written(language), language)
        return self._pages[language].one(path)

    def _with_written(self, language: str) -> SiteInput:
        return replace(self.site, handwritten=self._frames(language).handwritten)

    def _versioned(self, html: str) -> bytes:
        return link_versions(html, self._version).encode()

    def _asset(self, path: str) -> bytes | None:
        if path in self._assets:
            return self._assets[path]
        if path.startswith(PICTOGRAMS):
            found = self._listing(self._search_files, self.site.first_language).get(path)
            return str(found).encode() if found else None
        return self.site.pictures.get(picture_name(path))

    def _other(self, path: str) -> str | bytes | None:
        folder, _, name = path.rpartition("/")
        language = self._language_of(path)
        if name == CODE and is_page_code(path):
            page = self._generated(f"{folder}/" if folder else "")
            if page is None or not has_own_code(page):
                known = page or f"{folder}/{INDEX}" in self._frames(language).files
                return page_code(self.site, quote(f"{folder}/") if folder else "") if known else None
            return None
        if path.startswith("data/records-"):
            return self._listing(self._records, name.removeprefix("records-").removesuffix(".json")).get(path)
        if path.startswith(SEARCH):
            wanted = path.removeprefix(SEARCH).removesuffix(".json").partition("/")[0]
            return self._listing(self._search_files, wanted).get(path)
        if path.endswith("data/agenda.json"):
            return self._listing(self._schedules, language).get(path)
        if path.endswith((CODE, ".svg")):
            return self._listing(render_pictures).get(path)
        if path.startswith(MANUAL):
            return manual_pictures(self.site).get(path)
        if name == ROUTE:
            return self._listing(render_routes).get(path)
        if name == CALENDAR_FILE:
            return self.site.calendars.get(path)
        if name == "manifest.webmanifest":
            return self._listing(render_manifests).get(path)
        if path == "sitemap.xml":
            site = self._with_written(self.site.first_language)
            return render_sitemap(site.site_url, render_pages(site), site.handwritten)
        if path == "robots.txt":
            return render_robots(self.site.site_url)
        return self._frames(language).files.get(path) or self._listing(_open_data).get(path)

    def _records(self, language: str) -> Mapping[str, str]:
        return render_records(self.site, (language,))

    def _schedules(self, language: str) -> Mapping[str, str]:
        return render_schedule_data(self.site, (language,))

    def _search_files(self, language: str) -> Mapping[str, str]:
        return render_search_files(self._with_written(language), (language,))

    def _listing(
        self, make: Callable[..., Mapping[str, str] | Mapping[str, bytes]], language: str | None = None
    ) -> Mapping[str, str | bytes]:
        """What is made of many records at once, kept; nothing for a language that the site is not in."""
        if language is not None and language not in self.site.guides:
            return {}
        key = (make, language)
        if key not in self._made:
            self._made[key] = dict(make(self.site) if language is None else make(language))
        return self._made[key]

    def _language_of(self, path: str) -> str:
        folders = {language_folder(code, self.site.first_language): code for code in self.site.guides}
        first, slash, _ = path.partition("/")
        return folders.get(first + slash, self.site.first_language)


def _open_data(site: SiteInput) -> Mapping[str, bytes]:
    return site.open_data()

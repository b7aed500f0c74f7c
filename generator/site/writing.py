"""Writes the generated part of the site into the folder that MkDocs has built.

Each file is written as soon as it is made, and forgotten: all pages at once take more memory than all that
they are made of. What is made of many files is told of each.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from generator.keeping import Keep
from generator.processes import beside, spread
from generator.site.addresses import absolute, language_folder, root_of_host, way_up
from generator.site.assets import preloaded_fonts, render_assets
from generator.site.code_pages import render_code_pages, render_edition_pages, render_moved_pages
from generator.site.environment import make_environment
from generator.site.filling import Whereabouts, fill_shell
from generator.site.listings import render_robots, render_sitemap
from generator.site.offline import Copy, render_offline
from generator.site.offline_copies import Copies
from generator.site.open_data import feed_links
from generator.site.page_codes import render_page_codes
from generator.site.pages import Unmade, unmade_pages
from generator.site.records import render_pictures, render_records
from generator.site.routes import render_routes
from generator.site.schedule_data import render_schedule_data
from generator.site.search_index import render_search_files
from generator.site.shapes import Page, SiteInput
from generator.site.share_pictures import picture_files, picture_path
from generator.site.shell import Shell
from generator.site.signs import render_manifests, render_signs
from generator.site.staff_pages import manual_pictures, staff_pages
from generator.site.text_index import TextIndex, digest_of
from generator.site.translated import alternate_links
from generator.site.versions import import_versions, link_versions, version_of

_NO_INDEX = Markup('<meta name="robots" content="noindex">')
_RUN = 10
"""So many pages are made one after the other by one process."""
_OWN_ASSETS = Path(__file__).parent / "assets"


class TakenError(Exception):
    """Something of content/ has the path of a file that we make; `name` is that path."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def write_site(site: SiteInput, shells: Mapping[str, Shell], content: Path, out: Path) -> int:
    """Pages, code pages, assets, sitemap, robots.txt, 404 page and the index of the search.

    Returns the number of pages. Raises TakenError for a file in the folder `content`; only a page that
    somebody wrote by hand goes before ours.
    """
    assets, version = _without_signs(site)
    writing = _Writing(site, shells, content, out, version)
    every = unmade_pages(site)
    # The sheets may still be set while the pages are made. What tells how large they are is made by this
    # process, for no copy of it hears of them; and as late as can be.
    soon, late = [page for page in every if not page.waits], [page for page in every if page.waits]
    pages = writing.pages([page for page in soon if page.search])
    pages += [writing.page(page.make()) for page in late if page.search]
    # Pagefind takes as long as all that is left to do.
    with beside(partial(writing.index, site.keep)) as index:
        pages += writing.pages([page for page in soon if not page.search])
        assets = _with_signs(assets)
        writing.files(assets)
        writing.files(site.open_data())
        writing.files(site.calendars)
        writing.files(render_manifests(site) | picture_files(site.pictures) | manual_pictures(site))
        pages += map(writing.page, staff_pages(site))
        pages += [writing.page(page.make()) for page in late if not page.search]
        writing.texts(other_texts(site, shells, pages))
        writing.files(render_offline(site, assets, version, preloaded_fonts(site.fonts), writing.copies))
        writing.search_is_there(index)
    return writing.count


@dataclass(frozen=True)
class _Written:
    """A text that lies in its place."""

    name: str
    """Its path from the root of the site."""
    digest: bytes
    """Of what the search reads of it; empty if it reads nothing."""


class _Writing:
    """The files of a site, each written at once, and what is to be known of them afterwards."""

    def __init__(
        self, site: SiteInput, shells: Mapping[str, Shell], content: Path, out: Path, version: str
    ) -> None:
        self._site, self._shells, self._out, self._version = site, shells, out, version
        self._folders: set[str] = set()
        self.count = 0
        """How many pages there are."""
        missing = {
            code: link_versions(_no_copy(site, shell, code), version) for code, shell in shells.items()
        }
        self._copies, self._index = Copies(site, missing), TextIndex()
        self._by_hand: frozenset[str] = frozenset()
        # MkDocs has made these.
        by_hand = [f"{page.folder}index.html" for page in site.handwritten]
        found = frozenset(path.relative_to(content).as_posix() for path in content.rglob("*"))
        self._taken = found.difference(by_hand)
        self.texts((name, (out / name).read_bytes().decode()) for name in by_hand)
        self.texts(render_page_codes(site, site.handwritten).items())
        self._by_hand = frozenset(by_hand)

    @property
    def copies(self) -> Mapping[str, Copy]:
        """Language -> what phones keep of all that was written until now."""
        return self._copies.by_language

    def index(self, keep: Keep) -> Generator[None]:
        """Write the index of the search over all that was written until now, and say when it is there."""
        self.files(self._index.render(self._out, keep))
        yield

    def search_is_there(self, index: Iterator[None]) -> None:
        """Waits for it."""
        next(index)

    def pages(self, unmade: Sequence[Unmade]) -> list[Page]:
        """Make and write these, on all processors; gives what is still to be known of them."""
        runs = [unmade[at : at + _RUN] for at in range(0, len(unmade), _RUN)]
        found = []
        for pages, written in spread([partial(self._run, run) for run in runs]):
            found += pages
            for text in written:
                self._tell(text)
        return found

    def _run(self, unmade: Iterable[Unmade]) -> tuple[list[Page], list[_Written]]:
        """Some of them; nothing is told of them here, for this may be a copy of who should know."""
        pages = [page.make() for page in unmade]
        written = [text for page in pages for text in self._page(page)]
        return [replace(page, body="") for page in pages], written

    def page(self, page: Page) -> Page:
        """Write a page; gives what is still to be known of it, without its body."""
        for written in self._page(page):
            self._tell(written)
        return replace(page, body="")

    def _page(self, page: Page) -> Iterator[_Written]:
        html = fill(self._shells[page.language], page, self._site)
        yield from self._texts([(f"{page.path}index.html", html)])
        yield from self._texts(render_page_codes(self._site, [page]).items())

    def texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Write (path, text) of pages, listings and drawings. What somebody wrote by hand stays."""
        for written in self._texts(texts):
            self._tell(written)

    def _texts(self, texts: Iterable[tuple[str, str]]) -> Iterator[_Written]:
        for name, text in texts:
            if name in self._by_hand:
                continue
            if name.endswith(".html"):
                text = link_versions(text, self._version)
            data = text.encode()
            self._write(name, data)
            yield _Written(name, digest_of(name, data))

    def _tell(self, written: _Written) -> None:
        """Whoever has to know of it."""
        name = written.name
        self.count += name.endswith(".html")
        self._index.tell(name, written.digest)
        # Read again only for a copy that has room for it: of a large site that is seldom.
        self._copies.tell(name, lambda: (self._out / name).read_bytes().decode())

    def files(self, files: Mapping[str, bytes]) -> None:
        """Write path -> bytes of all other files, each as it is made."""
        for name, data in files.items():
            self._write(name, data)

    def _write(self, name: str, data: bytes) -> None:
        if name in self._taken:
            raise TakenError(name)
        folder = name.rpartition("/")[0]
        # Thousands of files: each folder is made once.
        if folder not in self._folders:
            self._folders.add(folder)
            (self._out / folder).mkdir(parents=True, exist_ok=True)
        # As a Path it would take half as long again.
        with open(f"{self._out}/{name}", "wb") as file:  # noqa: PTH123
            file.write(data)


def site_assets(site: SiteInput) -> tuple[dict[str, bytes], str]:
    """Path -> bytes of all files below assets/, and the version of our style sheets and scripts."""
    assets, version = _without_signs(site)
    return _with_signs(assets), version


def _without_signs(site: SiteInput) -> tuple[dict[str, bytes], str]:
    """The same, but for the signs: Typst, which draws them, has threads, and who has any cannot be copied."""
    own = {path.name: path.read_bytes() for path in sorted(_OWN_ASSETS.iterdir()) if path.is_file()}
    assets = render_assets(own, site.fonts, site.guides, site.icons("sprout"), site.keep)
    version = version_of(assets)
    return import_versions(assets, version), version


def _with_signs(assets: dict[str, bytes]) -> dict[str, bytes]:
    return assets | render_signs(assets["assets/icon.svg"].decode())


def other_texts(
    site: SiteInput, shells: Mapping[str, Shell], pages: Iterable[Page]
) -> Iterator[tuple[str, str]]:
    """(path of the file, text) of all but the pages themselves; these may be without their bodies."""
    for render in (render_code_pages, render_edition_pages, render_moved_pages):
        yield from ((f"{path}index.html", html) for path, html in render(site).items())
    yield from render_records(site).items()
    yield from render_pictures(site).items()
    yield from render_search_files(site).items()
    yield from render_schedule_data(site).items()
    yield from render_routes(site).items()
    yield "404.html", not_found(site, shells[site.first_language])
    yield "sitemap.xml", render_sitemap(site.site_url, pages, site.handwritten)
    yield "robots.txt", render_robots(site.site_url)


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
        make_environment(site.words[language], site.icons, site.keep)
        .get_template(template)
        .render(guide=site.guides[language], home=home, page_title=title)
    )
    page = Page("404.html", language, title, title, body, "other", search=False)
    return _filled(shell, page, site, root)

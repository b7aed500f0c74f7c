"""What the preview answers to an address: a file of the site, a sheet, or a page of its own."""

import mimetypes
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.serving.pages import ASSETS, PreviewPages
from generator.serving.stand import Stand
from generator.serving.workshop import Workshop
from generator.site.addresses import root_of_host
from generator.wording.words import Words

HOME = "/voorbeeld/"
"""Where the pages of the preview itself are; below `_/` what they are made of."""
EVENTS = f"{HOME}_/events"
_OWN = f"{HOME}_/"
_FLYER = "flyer"
_PPI = 150
_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar; charset=utf-8",
    ".gpx": "application/gpx+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".html": _HTML,
}
_SCRIPTS_ALLOWED = b'<script type="module"'


@dataclass(frozen=True)
class Answer:
    """What goes back to the browser."""

    status: int
    type: str = _HTML
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


class Answers:
    """Answers for one workshop; `words` are those of staff."""

    def __init__(self, workshop: Workshop, words: Words) -> None:
        self._workshop, self._words = workshop, words

    def to(self, target: str) -> Answer:
        """The answer to a path with its query, as the browser sends it."""
        # The version of before: a page that says a later one than it is of would stay old.
        version = self._workshop.version
        parts = urlsplit(target)
        path = unquote(parts.path)
        if path.startswith(_OWN):
            return self._own_file(path.removeprefix(_OWN))
        if self._workshop.is_empty:
            return Answer(200, body=self._pages("/").nothing_yet(version))
        prefix = self._prefix()
        if path.startswith(HOME):
            return self._own_page(path.removeprefix(HOME), parts.query, prefix, version)
        if path == HOME.rstrip("/") or path == prefix.rstrip("/"):
            return _to_folder(path)
        if not path.startswith(prefix):
            return Answer(302, headers={"Location": prefix}) if path == "/" else self._nothing(path, version)
        return self._site_file(path.removeprefix(prefix), version)

    def home(self) -> str:
        """Where the site begins: "/" or "/Wijk/"; "/" as long as there is none."""
        return "/" if self._workshop.is_empty else self._prefix()

    def _prefix(self) -> str:
        made = self._workshop.make("prefix", lambda stand: root_of_host(stand.source.settings.url).encode())
        return (made or b"/").decode()

    def _pages(self, prefix: str) -> PreviewPages:
        return PreviewPages(self._words, prefix, HOME)

    def _site_file(self, path: str, version: str) -> Answer:
        name = f"{path}index.html" if not path or path.endswith("/") else path
        if name.startswith("print/"):
            made = self._workshop.make(name, lambda stand: stand.sheet(name.removeprefix("print/")))
        else:
            made = self._workshop.make(name, lambda stand: stand.site.file(name))
        if made is None:
            folder = f"{path}/index.html"
            is_folder = self._workshop.make(folder, lambda stand: stand.site.file(folder))
            return _to_folder(path.rpartition("/")[2]) if is_folder else self._nothing(path, version)
        if not made:
            return self._broken(name, version)
        return Answer(200, _type_of(name), _with_script(made, version) if name.endswith(".html") else made)

    def _own_page(self, rest: str, query: str, prefix: str, version: str) -> Answer:
        pages = self._pages(prefix)
        offer_id, _, file = rest.partition("/")
        if not rest:
            made = self._workshop.make(HOME, lambda stand: pages.offers(stand, version))
        elif not file and not rest.endswith("/"):
            return _to_folder(offer_id)
        elif not file:
            chosen = parse_qs(query).get(_FLYER, [""])[0]
            ending = f".{chosen}" if chosen else ""
            made = self._workshop.make(
                HOME + rest, lambda stand: pages.offer(stand, offer_id, ending, version)
            )
        else:
            name = f"flyers/{offer_id}{file.removeprefix(_FLYER).removesuffix('.png')}.pdf"
            made = self._workshop.make(HOME + rest, lambda stand: _picture(stand, name))
            if made:
                return Answer(200, "image/png", made)
        if made is None:
            return self._nothing(rest, version)
        return Answer(200, body=made) if made else self._broken(rest, version)

    def _own_file(self, name: str) -> Answer:
        if name not in ASSETS:
            return Answer(404, "text/plain; charset=utf-8")
        return Answer(200, _type_of(name), ASSETS[name].read_bytes())

    def _nothing(self, name: str, version: str) -> Answer:
        """The site's own page for what is not there, of which the addresses begin at the root of the host."""
        if not name.endswith((".html", "/")) and "." in name.rpartition("/")[2]:
            return Answer(404, "text/plain; charset=utf-8")
        made = self._workshop.make("404.html", lambda stand: stand.site.missing())
        return Answer(404, body=_with_script(made or b"", version))

    def _broken(self, name: str, version: str) -> Answer:
        """A template is broken, and this was never made before: the panel tells."""
        if name.endswith((".html", "/")):
            return Answer(500, body=self._pages(self._prefix()).nothing_yet(version))
        return Answer(500, "text/plain; charset=utf-8")


def _with_script(html: bytes, version: str) -> bytes:
    """The page with the script of the preview, if it has any: a page behind a code allows none."""
    if _SCRIPTS_ALLOWED not in html:
        return html
    return html.replace(b"</head>", script_line(version) + b"</head>", 1)


def script_line(version: str) -> bytes:
    """All that tells a page of the preview from one of a build."""
    return f'<script type="module" src="{_OWN}preview.js?v={version}"></script>\n'.encode()


def _picture(stand: Stand, name: str) -> bytes | None:
    return stand.flyer_picture(name, _PPI) if name in stand.sheet_names else None


def _to_folder(name: str) -> Answer:
    """An address without its last slash; relative, so that no name can lead to another host.

    Quoted again: a line end in a name would begin a header of its own.
    """
    return Answer(302, headers={"Location": f"./{quote(name.rpartition('/')[2], safe='')}/"})


def _type_of(name: str) -> str:
    ending = f".{name.rpartition('.')[2]}"
    return _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"

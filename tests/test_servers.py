"""docs/publish: nginx and Caddy serve a site as it must be served, with the settings that we give away."""

import gzip
import http.client
import re
import subprocess
from collections.abc import Iterator

import pytest

from generator.site.frame import POLICY
from tests.tools.servers import HOST, PUBLISH, caddy, nginx

LONG = "<p>Een lange bladzijde.</p>" * 100
FILES = {
    "index.html": LONG,
    "404.html": "<p>Hier is niets.</p>",
    "aanbod/index.html": LONG,
    "beheer/index.html": LONG,
    "agenda.ics": "BEGIN:VCALENDAR",
    "manifest.webmanifest": "{}",
    "sw.js": "//",
    "feed.xml": "<feed/>",
    "assets/site.css": "p{}" * 300,
    "assets/site.js": "1;" * 300,
    "assets/icon.svg": "<svg/>",
    "sitemap.xml": "<urlset/>",
    "x.xhtml": "<html/>",
    "é/index.html": LONG,
    "assets/fonts/a.woff2": "font",
    "pagefind/fragment/nl_1.pf_fragment": "x",
    "data/guide.json": "{}",
    "data/guide.csv": "a;b",
    "data/places.geojson": "{}",
    "aanbod/wandeling/route.gpx": "<gpx/>",
    ".git/config": "secret",
    ".well-known/security.txt": "Contact:",
}
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
SHORT, LASTING = "max-age=300", "max-age=31536000, immutable"


class Server:
    """Asks a server as a browser does, without following it."""

    def __init__(self, port: int, plain: int) -> None:
        self.port, self.plain = port, plain

    def ask(
        self, path: str, host: str = HOST, *, plain: bool = False, accept: str = "identity"
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.plain if plain else self.port, timeout=30)
        connection.request("GET", path, headers={"Host": host, "Accept-Encoding": accept})
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return answer.status, found, body


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp(request.param)
    site = folder / "site"
    for name, text in FILES.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    subprocess.run(["sh", str(PUBLISH / "precompress.sh"), str(site)], check=True)
    # What the server would compress by itself it would not have like this.
    (site / "aanbod" / "index.html.gz").write_bytes(gzip.compress(b"made before", mtime=0))
    with (nginx if request.param == "nginx" else caddy)(site, folder / "work") as (port, plain):
        yield Server(port, plain)


@pytest.mark.parametrize(
    ("path", "kind", "keep"),
    [
        ("/", "text/html; charset=utf-8", SHORT),
        ("/aanbod/", "text/html; charset=utf-8", SHORT),
        ("/assets/site.css?v=fa8ea86653", "text/css; charset=utf-8", LASTING),
        ("/assets/site.js?v=fa8ea86653", r"(text|application)/javascript; charset=utf-8", LASTING),
        ("/assets/site.js", r"(text|application)/javascript; charset=utf-8", SHORT),
        ("/assets/fonts/a.woff2", "font/woff2", "max-age=2592000"),
        ("/assets/icon.svg", r"image/svg\+xml", SHORT),
        ("/pagefind/fragment/nl_1.pf_fragment", r".*", LASTING),
        ("/sw.js", r"(text|application)/javascript; charset=utf-8", "no-cache"),
        ("/agenda.ics", "text/calendar; charset=utf-8", SHORT),
        ("/manifest.webmanifest", r"application/manifest\+json.*", SHORT),
        ("/data/guide.json", r"application/json.*", SHORT),
        ("/data/guide.csv", "text/csv; charset=utf-8", SHORT),
        ("/data/places.geojson", r"application/geo\+json.*", SHORT),
        ("/aanbod/wandeling/route.gpx", r"application/gpx\+xml.*", SHORT),
    ],
)
def test_each_file_says_what_it_is_and_how_long_it_holds(
    server: Server, path: str, kind: str, keep: str
) -> None:
    status, headers, _ = server.ask(path)
    assert status == 200
    assert re.fullmatch(kind, headers.get("content-type", ""))
    assert headers["cache-control"] == keep
    assert headers["x-content-type-options"] == "nosniff"


def test_pages_have_the_policy_of_our_pages_and_nobody_frames_them(server: Server) -> None:
    wanted = f"{POLICY}; frame-ancestors 'none'"
    assert server.ask("/aanbod/")[1]["content-security-policy"] == wanted
    assert server.ask("/niets/")[1]["content-security-policy"] == wanted
    assert server.ask("/beheer/")[1]["content-security-policy"] == "frame-ancestors 'none'"
    assert "content-security-policy" not in server.ask("/agenda.ics")[1]


@pytest.mark.parametrize(
    "path", ["/assets/icon.svg", "/sitemap.xml", "/feed.xml", "/x.xhtml", "/aanbod/wandeling/route.gpx"]
)
def test_a_drawing_that_is_opened_by_itself_runs_nothing(server: Server, path: str) -> None:
    status, headers, _ = server.ask(path)
    assert status == 200
    assert headers["content-security-policy"] == ALONE


def test_what_is_not_there_has_our_own_page(server: Server) -> None:
    for path in ("/niets", "/niets/", "/aanbod/niets.html", "/.git/config"):
        status, headers, body = server.ask(path)
        assert (status, body) == (404, b"<p>Hier is niets.</p>"), path
        assert headers["content-type"] == "text/html; charset=utf-8"
    assert server.ask("/.well-known/security.txt")[0] == 200


def test_each_page_has_one_address(server: Server) -> None:
    for path, there in (("/aanbod", "/aanbod/"), ("/aanbod/index.html", "/aanbod/"), ("/index.html", "/")):
        status, headers, _ = server.ask(path)
        assert status in (301, 308), path
        assert headers["location"] == there
    status, headers, _ = server.ask("/Q/A1B2C/?x=1", f"www.{HOST}", plain=True)
    assert (status, headers["location"]) == (301, f"https://{HOST}/Q/A1B2C/?x=1")


@pytest.mark.parametrize(
    "path",
    [
        "/%5Celders.example/index.html",
        "/%09/elders.example/index.html",
        "//elders.example/index.html",
        "/%2Felders.example/index.html",
        "/x%0dSet-Cookie:a=1/index.html",
        "/aanbod/%5C/index.html",
    ],
)
def test_no_address_leads_to_another_host(server: Server, path: str) -> None:
    """A browser reads a backslash as a slash, and leaves out what is no sign at all."""
    status, headers, _ = server.ask(path)
    assert (status, headers.get("location")) in ((404, None), (301, "/elders.example/"))
    assert "set-cookie" not in headers


def test_a_page_with_another_name_is_shown_where_it_is(server: Server) -> None:
    for path in ("/%C3%A9/", "/%C3%A9/index.html"):
        status, headers, body = server.ask(path)
        assert (status, body.decode()) == (200, LONG), headers


def test_text_is_compressed_and_what_was_compressed_before_is_sent_as_it_is(server: Server) -> None:
    for path in ("/", "/assets/site.css?v=1", "/assets/site.js?v=1"):
        _, headers, body = server.ask(path, accept="gzip")
        assert headers["content-encoding"] == "gzip", path
        assert gzip.decompress(body).decode() == FILES[path.lstrip("/").split("?")[0] or "index.html"]
    assert gzip.decompress(server.ask("/aanbod/", accept="gzip")[2]) == b"made before"
    assert server.ask("/aanbod/")[2].decode() == LONG


def test_data_and_calendars_are_for_other_sites_too(server: Server) -> None:
    for path in ("/data/guide.json", "/agenda.ics", "/feed.xml"):
        assert server.ask(path)[1]["access-control-allow-origin"] == "*", path
    assert "access-control-allow-origin" not in server.ask("/aanbod/")[1]


def test_the_file_for_static_hosts_says_the_same() -> None:
    """No host here reads it, so only what it says is looked at."""
    text = (PUBLISH / "_headers").read_text(encoding="utf-8")
    rules = dict(re.findall(r"(?m)^(/\S*)\n((?:  .*\n)+)", text))
    assert "X-Content-Type-Options: nosniff" in rules["/*"]
    assert "text/calendar; charset=utf-8" in rules["/*.ics"]
    assert "no-cache" in rules["/sw.js"]
    for ending in ("svg", "xml", "gpx"):
        assert f"Content-Security-Policy: {ALONE}\n" in rules[f"/*.{ending}"]
    both = (PUBLISH / "nginx.conf").read_text(encoding="utf-8")
    for value in re.findall(r"(?:Referrer|Permissions)-Policy: (.*)", text):
        assert value in both

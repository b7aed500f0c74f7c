"""What HSDS has in files, folders and APIs: all services, organizations and locations, whole.

One JSON service, an organization with its services, a list, a page of a list (`contents`), the root of an
API: whatever somebody names, it is followed to the records themselves. A list may show its records short; the
whole record then stands at `<list>/<id>`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from generator.incoming.shapes import Ask, FeedError
from generator.reading.traps import Gettext

MOST_PAGES = 100
MOST_RECORDS = 2000
_ID = re.compile(r"[\w.:-]{1,100}", re.ASCII)
_OF_SERVICE = (
    "status", "organization", "organization_id", "schedules", "cost_options", "service_at_locations",
    "fees_description", "application_process", "program_id", "eligibility_description",
)  # fmt: skip
_LISTS = {
    "services": ("schedules", "service_at_locations", "phones", "contacts", "cost_options", "attributes"),
    "organizations": ("phones", "contacts", "locations", "attributes", "services"),
}
"""A record that has none of these may be a short one."""
Json = Mapping[str, Any]


@dataclass
class Collected:
    """HSDS records by their id."""

    services: dict[str, Json] = field(default_factory=dict)
    organizations: dict[str, Json] = field(default_factory=dict)
    locations: dict[str, Json] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def parse(raw: bytes, _: Gettext) -> object:
    """JSON in any encoding that JSON may have. Raises FeedError."""
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype", b"<html")):
        raise FeedError(
            _("This is a page to read, not open data."),
            _("Ask the partner for the address of the data. It often ends in /services."),
        )
    try:
        return json.loads(raw, parse_constant=lambda name: None)
    except (ValueError, RecursionError) as error:
        raise FeedError(
            _("This is not JSON, or it breaks off in the middle."),
            _("Fetch it again, and look whether it is all there."),
        ) from error


def collect_texts(texts: Iterable[bytes], _: Gettext) -> Collected:
    """Out of files; there is nothing to follow."""
    collector = _Collector(None, "", _)
    for raw in texts:
        collector.take(parse(raw, _))
    return collector.done()


def collect(address: str, ask: Ask, _: Gettext) -> Collected:
    """Out of an address, and of the pages and records to which it leads. Raises FeedError."""
    collector = _Collector(ask, address, _)
    collector.follow(address)
    collector.complete()
    return collector.done()


class _Collector:
    def __init__(self, ask: Ask | None, address: str, _: Gettext) -> None:
        self._ask, self._address, self._ = ask, address, _
        self._found = Collected()
        self._lists: dict[str, str] = {}

    def done(self) -> Collected:
        found = self._found
        if not (found.services or found.organizations or found.locations):
            raise FeedError(
                self._("There are no services, organizations or places of HSDS in it."),
                self._("Is it the right file or address? HSDS is JSON, with services."),
            )
        return found

    def take(self, data: object, depth: int = 0) -> None:
        """Files a record and all that lies within it."""
        if isinstance(data, list):
            for item in data[:MOST_RECORDS]:
                self.take(item, depth + 1)
        if not isinstance(data, Mapping) or depth > 6:
            return
        if isinstance(data.get("contents"), list):
            self.take(data["contents"], depth + 1)
        elif isinstance(data.get("id"), str) and isinstance(data.get("name"), str):
            self._file(data, depth)
        else:
            for key in ("services", "organizations", "locations", "organization"):
                self.take(data.get(key), depth + 1)

    def _file(self, data: Json, depth: int) -> None:
        if len(self._found.services) + len(self._found.organizations) >= MOST_RECORDS:
            return
        id_ = data["id"]
        if "location_type" in data or ("addresses" in data and "status" not in data):
            _keep(self._found.locations, id_, data)
        elif "taxonomy" in data or "taxonomy_id" in data or ("version" in data and "uri" in data):
            return
        elif any(key in data for key in _OF_SERVICE):
            _keep(self._found.services, id_, data)
            self.take(data.get("organization"), depth + 1)
            for at in _mappings(data.get("service_at_locations")):
                self.take(at.get("location"), depth + 1)
        else:
            _keep(self._found.organizations, id_, {k: v for k, v in data.items() if k != "services"})
            self.take(data.get("locations"), depth + 1)
            for service in _mappings(data.get("services")):
                self.take({"organization_id": id_, **service}, depth + 1)

    # Following

    def follow(self, address: str) -> None:
        data = self._get(address)
        if _is_root(data):
            address, data = self._services_of(address)
        self._note_list(address)
        seen: set[str] = set()
        for _page in range(MOST_PAGES):
            seen.add(address)
            before = self._size()
            self.take(data)
            following = _next_page(address, data)
            if following is None:
                return
            if following in seen or self._size() == before:
                self._found.notes.append(self._("The pages of this list go round in a circle: I stopped."))
                return
            address, data = following, self._get(following)
        self._found.notes.append(
            self._("The list has more than {count} pages: I stopped there.").format(count=MOST_PAGES)
        )

    def _size(self) -> int:
        return len(self._found.services) + len(self._found.organizations) + len(self._found.locations)

    def _get(self, address: str) -> object:
        assert self._ask is not None
        return parse(self._ask(address), self._)

    def _services_of(self, root: str) -> tuple[str, object]:
        """An API answers at `services`; one of files has the first page in a file."""
        folder = _folder(root)
        try:
            address = urljoin(folder, "services")
            return address, self._get(address)
        except FeedError:
            address = urljoin(folder, "services/page-1.json")
            return address, self._get(address)

    def _note_list(self, address: str) -> None:
        """Where the whole records are, if this is a list."""
        parts = urlsplit(address)
        path, _dot, name = parts.path.rpartition("/")
        ending = ".json" if name.endswith(".json") else ""
        if ending or name in _LISTS:
            base = path if ending else parts.path
            shelf = base.rpartition("/")[2]
            if shelf in _LISTS:
                root = base.removesuffix(shelf)
                for each in _LISTS:
                    self._lists[each] = urlunsplit(
                        (parts.scheme, parts.netloc, f"{root}{each}/{{}}{ending}", "", "")
                    )

    def complete(self) -> None:
        """Asks the whole record of each that a list shows short."""
        for shelf in ("services", "organizations"):
            known: dict[str, Json] = getattr(self._found, shelf)
            where = self._lists.get(shelf)
            for id_, data in list(known.items()):
                if where is None or any(key in data for key in _LISTS[shelf]) or not _ID.fullmatch(id_):
                    continue
                try:
                    whole = self._get(where.format(quote(id_, safe="")))
                except FeedError as error:
                    said = self._("Of {name} there is only what the list shows: {reason}")
                    name = str(data["name"])[:60]
                    self._found.notes.append(said.format(name=" ".join(name.split()), reason=error.message))
                    # Where one is not there, none is.
                    break
                self.take(whole)


def _keep(shelf: dict[str, Json], id_: str, data: Json) -> None:
    """Of two of one id the fuller one holds."""
    if id_ not in shelf or len(data) >= len(shelf[id_]):
        shelf[id_] = {**shelf.get(id_, {}), **data}


def _mappings(value: object) -> Iterator[Json]:
    yield from (item for item in value if isinstance(item, Mapping)) if isinstance(value, list) else ()


def _is_root(data: object) -> bool:
    return isinstance(data, Mapping) and "id" not in data and bool({"openapi_url", "profile"} & data.keys())


def _folder(address: str) -> str:
    parts = urlsplit(address)
    path = parts.path
    if path.endswith(".json"):
        path = path.rpartition("/")[0]
    return urlunsplit((parts.scheme, parts.netloc, path.rstrip("/") + "/", "", ""))


def _next_page(address: str, data: object) -> str | None:
    """Where the list goes on: a link of its own, or a number."""
    if not isinstance(data, Mapping):
        return None
    links = data.get("links")
    for link in (data.get("next"), links.get("next") if isinstance(links, Mapping) else None):
        if isinstance(link, str) and link:
            return urljoin(address, link)
    number, last = data.get("page_number"), data.get("total_pages")
    if not isinstance(number, int) or not isinstance(last, int) or number >= last or not data.get("contents"):
        return None
    parts = urlsplit(address)
    if found := re.fullmatch(r"(.*/page-)\d+(\.json)", parts.path):
        return urlunsplit(parts._replace(path=f"{found[1]}{number + 1}{found[2]}"))
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "page"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("page", str(number + 1))])))

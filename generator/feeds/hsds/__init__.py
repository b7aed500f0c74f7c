"""HSDS 3.0 (Open Referral) as a static API: `render_hsds` is the door.

`services/<id>.json`, `organizations/<id>.json` and so on hold one record with all that belongs to it;
`services/page-1.json` and on are the list, with of each record only what it has one of.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.feeds.hsds.records import Records, one_to_one
from generator.feeds.indented import indented
from generator.feeds.texts import Gettext
from generator.views.published_shapes import PublishedGuide

FOLDER = "data/hsds/"
VERSION = "3.0"
PER_PAGE = 100
_OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
Record = dict[str, object]


def render_hsds(guide: PublishedGuide, language_names: dict[str, str], _: Gettext) -> dict[str, bytes]:
    """Path from the root of the site -> JSON. `language_names`: code -> Dutch name."""
    records = Records(guide, language_names, _)
    about = {"version": VERSION, "profile": f"{guide.site}data/", "openapi_url": _OPENAPI}
    files = {f"{FOLDER}index.json": indented(about)}
    shelves: Mapping[str, Iterable[Record]] = {
        "services": records.services(),
        "organizations": records.organizations.values(),
        "locations": records.locations.values(),
        "taxonomies": records.taxonomies.taxonomies,
        "taxonomy_terms": records.taxonomies.terms.values(),
    }
    for shelf, found in shelves.items():
        listed = []
        for record in found:
            files[f"{FOLDER}{shelf}/{record['id']}.json"] = indented(record)
            listed.append(one_to_one(record))
        for number, page in _pages(listed):
            files[f"{FOLDER}{shelf}/page-{number}.json"] = indented(page)
    return files


def _pages(records: list[Record]) -> Iterator[tuple[int, Record]]:
    """The pages of a list, from 1; an empty list has one page too."""
    last = max(1, -(-len(records) // PER_PAGE))
    for number in range(1, last + 1):
        contents = records[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield (
            number,
            {
                "total_items": len(records),
                "total_pages": last,
                "page_number": number,
                "size": len(contents),
                "first_page": number == 1,
                "last_page": number == last,
                "empty": not contents,
                "contents": contents,
            },
        )

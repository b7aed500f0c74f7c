"""The news as Atom (RFC 4287), a file in each language."""

from xml.etree import ElementTree as Xml

from generator.views.programme_shapes import NewsEntryView
from generator.views.published_shapes import PublishedGuide
from generator.views.shapes import GuideView

FILE = "feed.xml"
TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def render_feed(guide: PublishedGuide, view: GuideView, folder: str) -> bytes:
    """The feed of one language; `folder` is that of the language, below the root of the site."""
    root = guide.site + folder
    news = view.newsfeed
    entries = news.entries if news else ()
    feed = Xml.Element("feed", {"xmlns": _NAMESPACE, _LANGUAGE: view.language})
    _add(feed, "id", f"{root}{FILE}")
    _add(feed, "title", news.title if news else str(view.name))
    _add(feed, "updated", _moment(entries[0].date if entries else view.today))
    _add(feed, "link", rel="self", type=TYPE, href=f"{root}{FILE}")
    _add(feed, "link", rel="alternate", type="text/html", href=root)
    _add(Xml.SubElement(feed, "author"), "name", str(view.publisher))
    _add(feed, "rights", guide.licence)
    for entry in entries:
        feed.append(_entry(entry, root))
    Xml.indent(feed)
    whole: bytes = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _entry(entry: NewsEntryView, root: str) -> Xml.Element:
    element = Xml.Element("entry")
    _add(element, "id", root + entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.date))
    _add(element, "link", rel="alternate", type="text/html", href=root + entry.href)
    _add(element, "summary", entry.text)
    return element


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = text or None


def _moment(day: str) -> str:
    """Noon, so that it is the same day in Belgium whatever a reader makes of it."""
    return f"{day}T12:00:00Z"

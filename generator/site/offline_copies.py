"""What goes into the copy of each language: its pages, drawings and data; no sheets, no search."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from generator.site.addresses import STAFF, language_folder
from generator.site.offline import Copy, notice
from generator.site.page_codes import FILE, is_page_code
from generator.site.shapes import SiteInput, handwritten_in
from generator.wording.dates import full_date

_NAME_PARTS = re.compile(r"[-/.]")
_FOR_OTHERS = re.compile(
    r'\s*<(?:link rel="(?:alternate|canonical)"|meta (?:property="og:|name="(?:twitter:|description")))[^>]*>'
)
"""What only search engines and other sites read."""
_FOR_PROGRAMS = re.compile(r'<script type="application/ld\+json">[^<]*</script>')
_CODES = "Q/"
_ONE_LANGUAGE = re.compile(r'<hr>\s*<section lang="([^"]+)".*?</section>\s*', re.DOTALL)
"""Of the page behind a code, one of the languages after the first."""


class Copies:
    """The copies of a site, which are told of each of its texts; none where the site has none.

    `missing` gives the page for what is not in the copy of a language.
    """

    def __init__(self, site: SiteInput, missing: Mapping[str, str]) -> None:
        languages = site.guides if site.offline else ()
        self._languages = frozenset(site.guides)
        self._folders = {language_folder(code, site.first_language): code for code in site.guides}
        self._first = site.first_language
        self._written = {
            language: {page.folder for page in handwritten_in(site, language).values()}
            for language in languages
        }
        self._copies = {language: _empty(site, language, missing[language]) for language in languages}
        self._told: list[tuple[str, Callable[[], str]]] = []

    def tell(self, path: str, text: Callable[[], str]) -> None:
        """That this is a file of the site; its text is only asked for if there is room for it."""
        if self._copies:
            self._told.append((path, text))

    @property
    def by_language(self) -> Mapping[str, Copy]:
        """Language -> the copy, with all that it was told of."""
        told, self._told = self._told, []
        # Of a large site only the lists are kept. Those first, and there is no work for most of the others.
        for path, text in sorted(told, key=lambda each: not self._is_list(_place(each[0]))):
            once = cache(text)
            for language, copy in self._copies.items():
                if self._belongs(language, path):
                    place = _place(path)
                    copy.keep(place, _light(language, path, once()) if copy.wants(place) else "")
        return self._copies

    def _is_list(self, place: str) -> bool:
        return any(copy.is_list(place) for copy in self._copies.values())

    def _belongs(self, language: str, path: str) -> bool:
        if path.startswith(STAFF):
            return False
        if path.endswith(".svg") and not is_page_code(path):
            return True
        if path.endswith(".json"):
            # Data of one language has that language in its name: "data/search/fr/0.json".
            named = self._languages.intersection(_NAME_PARTS.split(path))
            return not named or language in named
        if not path.endswith(("index.html", ".gpx", ".svg")):
            return False
        if path.startswith(_CODES):
            return True
        if path.removesuffix("index.html").removesuffix(FILE) in self._written[language]:
            return True
        first, separator, _ = path.partition("/")
        return self._folders.get(first + separator, self._first) == language


def _place(path: str) -> str:
    """How a copy names it."""
    return path.removesuffix("index.html")


def _empty(site: SiteInput, language: str, missing: str) -> Copy:
    _ = site.words[language].gettext
    made = full_date(site.words[language], date.fromisoformat(site.guides[language].today))
    said = notice(_("You have no connection. This copy is from {date}.").format(date=made))
    return Copy(language_folder(language, site.first_language), said, missing)


def _light(language: str, path: str, text: str) -> str:
    """A text without what a phone without a connection, in this language, has no use for."""
    head, end, body = text.partition("</head>")
    text = _FOR_OTHERS.sub("", head) + end + _FOR_PROGRAMS.sub("", body)
    if not path.startswith(_CODES):
        return text
    return _ONE_LANGUAGE.sub(lambda section: section[0] if section[1] == language else "", text)

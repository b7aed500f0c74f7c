"""What goes into the copy of each language: its pages, drawings and data; no sheets, no search."""

import re
from collections.abc import Mapping
from datetime import date

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


def copies_of(site: SiteInput, texts: Mapping[str, str], missing: Mapping[str, str]) -> dict[str, Copy]:
    """Language -> its copy. `texts` are all files of the site that are text, by path."""
    return {language: _copy(site, language, texts, missing[language]) for language in site.guides}


def _copy(site: SiteInput, language: str, texts: Mapping[str, str], missing: str) -> Copy:
    _ = site.words[language].gettext
    made = full_date(site.words[language], date.fromisoformat(site.guides[language].today))
    kept = {
        path.removesuffix("index.html"): _light(language, path, text)
        for path, text in texts.items()
        if _belongs(site, language, path)
    }
    return Copy(
        kept, notice(_("You have no connection. This copy is from {date}.").format(date=made)), missing
    )


def _light(language: str, path: str, text: str) -> str:
    """A text without what a phone without a connection, in this language, has no use for."""
    head, end, body = text.partition("</head>")
    text = _FOR_OTHERS.sub("", head) + end + _FOR_PROGRAMS.sub("", body)
    if not path.startswith(_CODES):
        return text
    return _ONE_LANGUAGE.sub(lambda section: section[0] if section[1] == language else "", text)


def _belongs(site: SiteInput, language: str, path: str) -> bool:
    if path.startswith(STAFF):
        return False
    if path.endswith(".svg") and not is_page_code(path):
        return True
    if path.endswith(".json"):
        # Data of one language has that language in its name: "data/search/fr/0.json".
        named = set(_NAME_PARTS.split(path)) & set(site.guides)
        return not named or language in named
    if not path.endswith(("index.html", ".gpx", ".svg")):
        return False
    if path.startswith(_CODES):
        return True
    written = {page.path for page in handwritten_in(site, language).values()}
    if path.removesuffix("index.html").removesuffix(FILE) in written:
        return True
    folders = {language_folder(code, site.first_language): code for code in site.guides}
    first, separator, _ = path.partition("/")
    return folders.get(first + separator, site.first_language) == language
